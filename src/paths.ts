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
  myRecord: at('/my-data/record'),
  passphrase: at('/passphrase'),
  module: at('/training/:moduleId'),
  lesson: at('/training/:moduleId/lessons/:lesson'),
  training: at('/training'),
  learningLog: at('/learning-log'),
  check: at('/training/:moduleId/check'),
  diagnostic: at('/training/:moduleId/diagnostic'),
  attempt: at('/checks/:id'),
  questionBanks: at('/question-banks'),
  questionBank: at('/question-banks/:moduleId'),
  bankQuestion: at('/question-banks/:moduleId/:question/:version'),
  certificates: at('/certificates'),
  certificate: at('/certificate/:code'),
  issuedCertificates: at('/certificates/issued'),
  verify: at('/verify'),
  roster: at('/roster'),
  planningBoard: at('/roster/board'),
  whyNot: at('/roster/why-not'),
  membershipAsks: at('/membership-asks'),
  membership: at('/membership'),
  rosterImports: at('/roster/import'),
  rosterImport: at('/roster/import/:id'),
  rosterViews: at('/roster/views'),
  newCommand: at('/roster/together/:kind'),
  commands: at('/done-together'),
  command: at('/done-together/:id'),
  person: at('/people/:id'),
  personSkills: at('/people/:id/skills'),
  personCapacity: at('/people/:id/capacity'),
  moveStanding: at('/people/:id/status'),
  personChecks: at('/people/:id/checks'),
  recordCheck: at('/people/:id/checks/new', (kind?: string) => (kind ? `?kind=${kind}` : '')),
  strikeCheck: at('/people/:id/checks/:checkId/strike'),
  checksDue: at('/checks-due'),
  myChecks: at('/membership/checks'),
  mergeRecords: at('/people/:id/merge/:otherId'),
  merged: at('/people/:id/merged/:mergeId'),
  personHistory: at('/people/:id/history'),
  extraTries: at('/people/:id/extra-tries/:moduleId'),
  personAffiliations: at('/people/:id/affiliations'),
  editPerson: at('/people/:id/details'),
  accounts: at('/accounts'),
  account: at('/accounts/:id'),
  invite: at('/accounts/invite'),
  mail: at('/mail'),
  settings: at('/settings'),
  framework: at('/framework'),
  skill: at('/framework/skills/:skill'),
  compareRoles: at('/framework/compare'),
  frameworkVersion: at('/framework/versions/:version'),
  versionSkill: at('/framework/versions/:version/skills/:skill'),
  frameworkVersions: at('/framework-versions'),
  frameworkDraft: at('/framework-drafts/:version'),
  draftPart: at('/framework-drafts/:version/:part'),
  draftSkill: at('/framework-drafts/:version/skills/:skill'),
  mySkills: at('/skills'),
  startSelfAssessment: at('/self-assessments/new'),
  selfAssessment: at('/self-assessments/:id'),
  rateSkill: at('/self-assessments/:id/skills/:skill'),
  plan: at('/development-plan'),
  evidence: at('/evidence'),
  addEvidence: at('/evidence/new'),
  evidenceItem: at('/evidence/:id'),
  giveTestimony: at('/give-testimony'),
  experience: at('/experience'),
  affiliations: at('/affiliations'),
  organisations: at('/organisations'),
  addOrganisation: at('/organisations/new'),
  unmatchedAffiliations: at('/organisations/unmatched'),
  matchAffiliation: at('/organisations/unmatched/:id/:affiliationId'),
  organisation: at('/organisations/:organisationId'),
  verification: at('/verification'),
  askVerification: at('/verification/new'),
  unassignedRequests: at('/unassigned-requests'),
  verificationRequest: at('/verification/:id'),
  assessorQueue: at('/assessor/requests'),
  assessorRequest: at('/assessor/requests/:id'),
  anchors: at('/assessor/anchors'),
  anchor: at('/assessor/anchors/:id'),
  skillsMap: at('/skills-map'),
  trainingProgress: at('/training-progress'),
  stuckLearners: at('/training-progress/stuck'),
  trainingMessage: at('/training-progress/stuck/:id/:moduleId'),
  questionStatistics: at('/training-progress/questions'),
  today: at('/today'),
  putOff: at('/today/:key/put-off'),
  cover: at('/cover'),
  coverInput: at('/cover/numbers/:key', (region: string | null) => (region ? `?region=${region}` : '')),
  coverSnapshots: at('/cover/kept'),
  coverSnapshot: at('/cover/kept/:id'),
  erasure: at('/people/:id/erase'),
}

type Part = string | number

/** One argument for each part of a pattern that is named with a colon. */
type Parts<Pattern extends string> = Pattern extends `${string}:${string}/${infer Rest}`
  ? [Part, ...Parts<Rest>]
  : Pattern extends `${string}:${string}`
    ? [Part]
    : []

type Address<Given extends unknown[]> = ((...given: Given) => string) & { pattern: string }

/** An address whose links put what is given in the place of the pattern's parts, in order; `search` adds what may follow. */
function at<const Pattern extends string, More extends unknown[] = []>(
  pattern: Pattern,
  search?: (...more: More) => string,
): Address<[...Parts<Pattern>, ...More]> {
  const link = (...given: unknown[]) => {
    const left = [...given]
    const path = pattern.replace(/:\w+/g, () => String(left.shift()))
    // What is left over is what the caller's own parameters ask for.
    return path + (search?.(...(left as More)) ?? '')
  }
  return Object.assign(link, { pattern })
}
