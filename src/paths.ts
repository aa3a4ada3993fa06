/** Every address in the product: `pattern` for the router, a function for links. No name of a person ever stands in one. */
export const paths = {
  start: at('/'),
  worried: at('/worried-about-a-child'),
  accessibility: at('/accessibility-statement'),
  privacy: at('/privacy-notice'),
  signIn: at('/sign-in'),
  secondFactor: at('/sign-in/second-factor'),
  signUp: at('/create-account'),
  useLink: at('/use-link'),
  home: at('/home'),
  profile: at('/profile'),
  myData: at('/my-data'),
  passphrase: at('/passphrase'),
  module: at('/training/:moduleId', (moduleId: string) => `/training/${moduleId}`),
  lesson: at('/training/:moduleId/lessons/:lesson', (moduleId: string, lesson: string) => `/training/${moduleId}/lessons/${lesson}`),
  training: at('/training'),
  check: at('/training/:moduleId/check', (moduleId: string) => `/training/${moduleId}/check`),
  attempt: at('/checks/:id', (id: string) => `/checks/${id}`),
  roster: at('/roster'),
  person: at('/people/:id', (id: string) => `/people/${id}`),
  editPerson: at('/people/:id/details', (id: string) => `/people/${id}/details`),
  accounts: at('/accounts'),
  account: at('/accounts/:id', (id: string) => `/accounts/${id}`),
  invite: at('/accounts/invite'),
  mail: at('/mail'),
  settings: at('/settings'),
  erasure: at('/people/:id/erase', (id: string) => `/people/${id}/erase`),
}

function at(pattern: string): Address<[]>
function at<Parts extends unknown[]>(pattern: string, to: (...parts: Parts) => string): Address<Parts>
function at<Parts extends unknown[]>(pattern: string, to: (...parts: Parts) => string = () => pattern): Address<Parts> {
  return Object.assign((...parts: Parts) => to(...parts), { pattern })
}

type Address<Parts extends unknown[]> = ((...parts: Parts) => string) & { pattern: string }
