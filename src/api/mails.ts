import type { Role } from '#domain/account.ts'
import type { Site } from './deps.ts'
import type { NewMail } from './repository/mail.ts'

// The words of each mail. No name and no role stands in a subject, and the token is in the part of the address that servers never see.

/** Whom a mail is to. */
export interface To {
  accountId: string
  name: string
  email: string
}

const linkTo = (site: Site, token: string) => `${site.origin}/use-link#${token}`
const close = 'If you did not expect this message, you can ignore it: nothing happens unless the button on the page is used.\n\nPanel Pool'

const mail = ({ accountId, email }: To, subject: string, paragraphs: string[]): NewMail => ({
  accountId,
  to: email,
  subject,
  text: [...paragraphs, close].join('\n\n'),
})

export const confirmMail = (site: Site, to: To, token: string, minutes: number) =>
  mail(to, 'Confirm your e-mail address for Panel Pool', [
    `Hello ${to.name}`,
    'Thank you for creating an account. Open this link and press the button to confirm your address:',
    linkTo(site, token),
    `The link works once, for ${minutes} minutes.`,
  ])

export const signInMail = (site: Site, to: To, token: string, minutes: number) =>
  mail(to, 'Your link to sign in to Panel Pool', [
    `Hello ${to.name}`,
    'Open this link and press the button to sign in:',
    linkTo(site, token),
    `The link works once, for ${minutes} minutes.`,
  ])

export const alreadyMail = (site: Site, to: To, token: string, minutes: number) =>
  mail(to, 'You already have a Panel Pool account', [
    `Hello ${to.name}`,
    'Somebody, perhaps you, tried to create an account with this address. You already have one. To sign in, open this link and press the button:',
    linkTo(site, token),
    `The link works once, for ${minutes} minutes.`,
  ])

/** To somebody who has no account: what becomes of their words is said before they are asked for any. */
export const testimonyMail = (
  site: Site,
  by: { accountId: string; name: string },
  to: { name: string; email: string },
  token: string,
  days: number,
) =>
  mail({ accountId: by.accountId, name: to.name, email: to.email }, 'Would you say what you saw of somebody’s work?', [
    `Hello ${to.name}`,
    `${by.name} is gathering evidence of their skills to chair or write reviews of serious child safeguarding cases, and asks you for a few sentences about what you saw of their work.`,
    'Open this link to read what is asked. You can say yes or no, and you need no account:',
    `${site.origin}/give-testimony#${token}`,
    `The link can be answered once, within ${days} days. What you write is seen by ${by.name} and by the assessors they send it to.`,
  ])

export const testimonyArrivedMail = (site: Site, to: To, given: boolean) =>
  mail(to, given ? 'A testimony has arrived' : 'A testimony was declined', [
    `Hello ${to.name}`,
    given
      ? 'Somebody whom you asked has written about your work. You can read it among your evidence:'
      : 'Somebody whom you asked would rather not write about your work. You can ask somebody else:',
    `${site.origin}/evidence`,
  ])

/** To somebody who was invited and asks for a link, or tries to create an account, instead of using the one they were sent. */
export const stillInvitedMail = (site: Site, to: To, token: string, days: number) =>
  mail(to, 'Your invitation to Panel Pool', [
    `Hello ${to.name}`,
    'Somebody, perhaps you, asked for a link with this address. You are invited to Panel Pool and have not accepted yet. Open this link and press the button to accept:',
    linkTo(site, token),
    `The link works once, for ${days} days. You will choose a passphrase and set up an authenticator app, which takes about three minutes.`,
  ])

const roleWords: Record<Role, string> = {
  learner: 'a learner',
  assessor: 'an assessor',
  coordinator: 'a coordinator',
  administrator: 'an administrator',
}

export const invitationMail = (site: Site, to: To, token: string, days: number, role: Role, by: string) =>
  mail(to, 'You are invited to Panel Pool', [
    `Hello ${to.name}`,
    `${by} invites you to join Panel Pool as ${roleWords[role]}. Open this link and press the button to accept:`,
    linkTo(site, token),
    `The link works once, for ${days} days. You will choose a passphrase and set up an authenticator app, which takes about three minutes.`,
  ])

/** To somebody whom a coordinator put on the roster from a list. It says what is held, and that they can have it put right or erased. */
export const importedMail = (site: Site, to: To, token: string, days: number, by: string) =>
  mail(to, 'Please confirm your details for Panel Pool', [
    `Hello ${to.name}`,
    `${by} has put you on the roster of Panel Pool, from which chairs and authors of reviews are found. It holds your name, your contact details, your region and your roles.`,
    'Open this link and press the button to look at your details and put them right, or to have them erased:',
    linkTo(site, token),
    `The link works once, for ${days} days. You will choose a passphrase, which takes about two minutes.`,
  ])

/** Tells somebody that something happened or waits for them. It holds no link and no name but theirs: they sign in to see what it is about. */
export const notice = ({ accountId, name, email }: To, subject: string, paragraphs: string[]): NewMail => ({
  accountId,
  to: email,
  subject,
  text: [`Hello ${name}`, ...paragraphs, 'You get this message because you have an account with Panel Pool.\n\nPanel Pool'].join('\n\n'),
})

export const requestOfferedMail = (to: To, days: number) =>
  notice(to, 'A request for verification waits for you', [
    'Somebody asks for their skills to be verified, and it is your turn.',
    `Sign in to Panel Pool and open Requests to accept or decline it. If you do not answer within ${days} days it goes back to the person who asked.`,
  ])

export const requestDecidedMail = (to: To) =>
  notice(to, 'Your request for verification is decided', [
    'An assessor has looked at the skills you asked about.',
    'Sign in to Panel Pool and open Verification to read what they found and why. If they found a lower level than yours, you can answer once.',
  ])

export const requestPassedOnMail = (to: To) =>
  notice(to, 'Your request for verification goes to another assessor', [
    'Your request goes to another assessor, because the one who had it has not decided. We are sorry for the wait.',
    'You need not do anything, and nothing you sent is lost. Sign in to Panel Pool and open Verification to see where it stands.',
  ])

export const requestTakenBackMail = (to: To) =>
  notice(to, 'A request for verification has gone to another assessor', [
    'You had not decided on a request long after the day that it was due, so it goes to another assessor now.',
    'You need not do anything. If you have less time than you thought, decline the next request that is offered to you, and somebody else is asked at once.',
  ])

export const requestLapsedMail = (to: To) =>
  notice(to, 'Your request for verification was not answered', [
    'The assessor who was asked did not answer in time. We are sorry for the wait.',
    'Sign in to Panel Pool and open Verification to send the request again. It then goes to somebody else, and nothing you wrote is lost.',
  ])

/** What a coordinator wrote to somebody who does not get on. Nobody reads what is sent back to the product, so it says whom to answer. */
export const trainingMessageMail = (to: To, { words, title, by }: { words: string; title: string; by: { name: string; email: string | null } }) =>
  notice(to, 'A message about your training', [
    `${by.name}, who coordinates the pool, writes about the module “${title}”:`,
    words,
    ...(by.email ? [`To answer, write to ${by.email}; an answer to this mail reaches nobody.`] : []),
    'To go on where you left off, sign in to Panel Pool and open Training.',
  ])
