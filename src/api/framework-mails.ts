import type { Site } from './deps.ts'
import type { NewMail } from './repository/mail.ts'
import type { Told } from './repository/framework-drafts.ts'
import type { Reviewer } from './repository/framework-reviews.ts'

/** What reviewers of a draft are asked. */
export const reviewMail = (site: Site, { accountId, name, email }: Reviewer, number: number): NewMail => ({
  accountId,
  to: email ?? '',
  subject: 'A draft of the key skills waits for your review',
  text: [
    `Hello ${name}`,
    `You are asked to sign off version ${number} of the key skills, or to say what should change. Sign in, then open this page:`,
    `${site.origin}/framework-drafts/${number}`,
    'The page shows every word that differs from the version in use.\n\nPanel Pool',
  ].join('\n\n'),
})

const day = (date: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))

/** What those who are on a version that retires are told, once. */
export const retirementMail = (
  site: Site,
  { accountId, name, email }: Told,
  retired: { retires: number; on: string; newer: number; why: string },
): NewMail => ({
  accountId,
  to: email,
  subject: 'The version of the key skills that you rate yourself against is to retire',
  text: [
    `Hello ${name}`,
    `You rate yourself against version ${retired.retires} of the key skills. From ${day(retired.on)} it is retired: ${retired.why}`,
    `Your ratings keep the words that they were made against. A self-assessment that you began can be handed in. To rate yourself again after that, you agree to move to version ${retired.newer} first. To see what would change for you:`,
    `${site.origin}/skills`,
    'Panel Pool',
  ].join('\n\n'),
})
