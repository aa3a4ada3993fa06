import type { HistoryEvent } from '#domain/audit.ts'
import type { AvailabilityState } from '#domain/member.ts'
import type { PoolCheckKind } from '#domain/pool-check.ts'
import { accountStateWords, availabilityWords, checkKindWords, poolRoleWords, regionWords, roleWords, standingWords } from '#domain/words.ts'
import { todayKindWords } from '#domain/today-words.ts'
import { showDate } from '#lib/show.ts'

const field: Record<string, string> = { name: 'name', phone: 'phone number', region: 'region', roles: 'roles', state: 'account', role: 'role' }
const value = (name: string, raw: unknown): string => {
  const words: Record<string, string> = {
    ...regionWords,
    ...poolRoleWords,
    ...standingWords,
    ...roleWords,
    ...(name === 'state' ? accountStateWords : {}),
  }
  const text = Array.isArray(raw) ? raw.join(', ') : typeof raw === 'string' ? raw : ''
  return text
    .split(', ')
    .map((part) => words[part] ?? part)
    .join(', ')
}

/** The state, the first and the last day of an entry of availability. */
const away = (changes: HistoryEvent['changes'], side: 'from' | 'to'): string => {
  const [state, from, to] = changes.map((change) => String(change[side] ?? ''))
  return `${availabilityWords[state as AvailabilityState].toLowerCase()}, ${showDate(from ?? '')} to ${showDate(to ?? '')}`
}

const frameworkStateWords = (state: unknown): string =>
  ({
    draft: 'taken back to be edited',
    'in-review': 'sent to its reviewers',
    published: 'published',
    retired: 'retired',
    discarded: 'discarded',
  })[String(state)] ?? String(state)

const exportWords = (file: unknown): string =>
  ({ funnel: 'the figures of training progress', stuck: 'the list of people who are stuck in training', questions: 'the statistics of questions' })[
    String(file)
  ] ?? 'figures of training'

const sentences: Record<string, (event: HistoryEvent) => string> = {
  'account-created': () => 'Created an account',
  'address-confirmed': () => 'Confirmed their e-mail address',
  'invitation-sent': ({ changes }) => (changes[0] ? `Was invited as ${value('role', changes[0].to).toLowerCase()}` : 'Was sent the invitation again'),
  'invitation-accepted': () => 'Accepted the invitation',
  'invitation-withdrawn': () => 'The invitation was withdrawn',
  'account-suspended': () => 'The account was suspended',
  'suspension-lifted': () => 'The suspension was lifted',
  'second-factor-set-up': () => 'Set up an authenticator app',
  'second-factor-removed': () => 'The second factor was removed',
  'passphrase-changed': () => 'Changed their passphrase',
  'signed-in': () => 'Signed in',
  'signed-out': () => 'Signed out',
  'sign-in-refused': () => 'Somebody tried to sign in and was refused',
  'sign-in-link-sent': () => 'A link to sign in was sent',
  'mail-tried-again': () => 'A mail that could not be delivered was sent again',
  'profile-changed': () => 'Details changed',
  'standing-changed': ({ changes }) =>
    `Status changed to ${value('standing', changes[0]?.to)}${changes[1] ? ` until ${showDate(String(changes[1].to))}` : ''}`,
  'membership-asked': ({ changes }) => `Asked to join the pool as ${value('roles', changes[0]?.to)}`,
  'membership-ask-withdrawn': () => 'Took back their ask to join the pool',
  'membership-ask-accepted': () => 'Was accepted into the pool',
  'membership-ask-declined': () => 'The ask to join the pool was declined',
  'capacity-changed': () => 'Capacity changed',
  'background-changed': () => 'Background changed',
  'regions-changed': () => 'Regions travelled to changed',
  'availability-added': ({ changes }) => `Availability added: ${away(changes, 'to')}`,
  'availability-changed': ({ changes }) => `Availability changed to: ${away(changes, 'to')}`,
  'availability-removed': ({ changes }) => `Availability taken back: ${away(changes, 'from')}`,
  'commitment-added': ({ changes }) => `Review in hand added: ${String(changes[0]?.to ?? '')}`,
  'commitment-changed': () => 'A review in hand changed',
  'commitment-removed': ({ changes }) => `Review in hand taken back: ${String(changes[0]?.from ?? '')}`,
  'calendar-feed-made': () => 'Made a private address for their calendar',
  'calendar-feed-removed': () => 'Took the private address of their calendar away',
  'membership-confirmed': () => 'Said that what the pool knows of them is still right',
  'membership-confirmation-asked': () => 'Was asked whether what the pool knows of them is still right',
  'check-recorded': ({ changes }) => `${checkKindWords[changes[0]?.to as PoolCheckKind]}: a check was recorded`,
  'check-struck': ({ changes }) => `${checkKindWords[changes[0]?.from as PoolCheckKind]}: a check was struck out`,
  'checks-viewed': () => 'Somebody looked at the checks',
  'check-number-viewed': ({ changes }) => `Somebody asked for the number of a check: ${checkKindWords[changes[0]?.to as PoolCheckKind]}`,
  'recheck-reminded': ({ changes }) => `Was reminded of a re-check: ${checkKindWords[changes[0]?.to as PoolCheckKind]}`,
  'module-started': ({ changes }) => `Started the module ${changes[0]?.field ?? ''}`,
  'module-version-moved': ({ changes }) =>
    `Moved from version ${String(changes[0]?.from ?? '')} to version ${String(changes[0]?.to ?? '')} of the module ${changes[0]?.field ?? ''}`,
  'lesson-read': ({ changes }) => `Read the lesson ${String(changes[0]?.to ?? '')}`,
  'note-kept': ({ changes }) => `Wrote in the learning log, on the lesson ${String(changes[0]?.to ?? '')}`,
  'note-deleted': ({ changes }) => `Deleted an entry of the learning log, on the lesson ${String(changes[0]?.from ?? '')}`,
  'log-entry-shared': () => 'Shared an entry of the learning log with the assessor of a request',
  'log-entry-taken-back': () => 'Took back an entry of the learning log from a request',
  'bookmark-added': ({ changes }) => `Marked a place in the lesson ${String(changes[0]?.to ?? '')}`,
  'bookmark-removed': ({ changes }) => `Took a bookmark away, in the lesson ${String(changes[0]?.from ?? '')}`,
  'place-kept': () => 'The place in a module was kept',
  'check-started': ({ changes }) => `Started the knowledge check of ${changes[0]?.field ?? ''}, try ${String(changes[0]?.to ?? '')}`,
  'answer-kept': ({ changes }) => `Kept an answer, item ${String(changes[0]?.to ?? '')}`,
  'check-submitted': ({ changes }) =>
    `${changes[1]?.to === true ? 'Passed' : 'Did not pass'} the knowledge check of ${changes[0]?.field ?? ''} (version ${String(changes[0]?.to ?? '')})`,
  'diagnostic-started': ({ changes }) => `Started the diagnostic of ${changes[0]?.field ?? ''}`,
  'diagnostic-passed': ({ changes }) => `Passed ${changes[0]?.field ?? ''} (version ${String(changes[0]?.to ?? '')}) by its diagnostic`,
  'diagnostic-failed': ({ changes }) => `Did not test out of ${changes[0]?.field ?? ''} by its diagnostic`,
  'check-remarked': ({ changes }) =>
    `A question of ${changes[0]?.field ?? ''} was withdrawn, and the result rose from ${String(changes[0]?.from ?? '')} to ${String(changes[0]?.to ?? '')} right${changes[1]?.from === false && changes[1].to === true ? ', which passes' : ''}`,
  'question-withdrawn': ({ changes }) => `Withdrew the question ${String(changes[0]?.to ?? '')} of ${changes[0]?.field ?? ''}`,
  'extra-tries-given': ({ changes }) =>
    `Was given ${changes[0]?.to === 1 ? '1 extra try' : `${String(changes[0]?.to ?? '')} extra tries`} at the knowledge check of ${changes[0]?.field ?? ''}`,
  'training-message-sent': ({ changes }) => `Was sent a message about the module ${changes[0]?.field ?? ''}`,
  'training-figures-exported': ({ changes }) => `Downloaded ${exportWords(changes[0]?.to)}`,
  'certificate-issued': () => 'Was issued a certificate',
  'certificate-revoked': () => 'The certificate was revoked',
  'certificate-reminded': () => 'Was reminded that the certificate runs out',
  'certificate-reminders-changed': () => 'Changed the reminders about the certificate',
  'anchor-finding-kept': ({ changes }) => `Kept a level for the anchor dossier ${changes[0]?.field ?? ''}, skill ${String(changes[0]?.to ?? '')}`,
  'anchor-handed-in': ({ changes }) => `Handed in ratings of the anchor dossier ${changes[0]?.field ?? ''} (version ${String(changes[0]?.to ?? '')})`,
  'evidence-started': () => 'Began a piece of evidence',
  'evidence-draft-kept': () => 'A draft of evidence was kept',
  'evidence-file-sent': () => 'Sent a file for a piece of evidence',
  'evidence-draft-discarded': () => 'Threw a draft of evidence away',
  'evidence-handed-in': () => 'Declared a piece of evidence',
  'evidence-version-added': ({ changes }) => `Version ${String(changes[0]?.to ?? '')} of a piece of evidence was added`,
  'evidence-refused': () => 'A file was refused: the scanner found something harmful in it',
  'evidence-withdrawn': () => 'Withdrew a piece of evidence',
  'evidence-restored': () => 'Took a piece of evidence into use again',
  'evidence-quarantined': () => 'Put a piece of evidence into quarantine',
  'evidence-purged': () => 'A piece of evidence was purged: its words and files are gone',
  'testimony-asked': () => 'Asked somebody for a testimony',
  'testimony-given': () => 'A testimony arrived',
  'testimony-declined': () => 'A testimony was declined',
  'testimony-lapsed': () => 'A link that asked for a testimony ran out',
  'experience-added': () => 'Listed a published report',
  'experience-changed': () => 'Changed a published report in the list',
  'experience-removed': () => 'Took a published report off the list',
  'self-assessment-started': ({ changes }) => `Started to rate their skills as ${value('roles', changes[0]?.to)}`,
  'self-assessment-submitted': ({ changes }) => `Handed in a self-assessment of their skills as ${value('roles', changes[0]?.to)}`,
  'self-assessment-withdrawn': () => 'Put a self-assessment aside',
  'skill-answer-kept': ({ changes }) => `Kept an answer on skill ${String(changes[0]?.to ?? '')}`,
  'affiliation-declared': ({ changes }) => `Declared a tie to ${String(changes[0]?.to ?? '')}`,
  'affiliation-changed': ({ changes }) => `Changed a tie to ${String(changes[0]?.to ?? '')}`,
  'affiliation-removed': ({ changes }) => `Removed a tie to ${String(changes[0]?.from ?? '')}`,
  'affiliations-confirmed': () => 'Confirmed that their ties are complete',
  'affiliation-entered': ({ changes }) => `A tie to ${String(changes[0]?.to ?? '')} was entered for them`,
  'affiliation-amended': ({ changes }) => `A tie to ${String(changes[0]?.to ?? '')} was changed for them`,
  'affiliation-struck': ({ changes }) => `A tie to ${String(changes[0]?.from ?? '')} was taken off for them`,
  'affiliation-matched': ({ changes }) => `The tie to “${String(changes[0]?.from ?? '')}” was matched to ${String(changes[0]?.to ?? '')}`,
  'declaration-recorded': ({ changes }) => `It was recorded that they declared their ties on ${showDate(String(changes[0]?.to ?? ''))}`,
  'organisation-added': ({ changes }) => `Added ${String(changes[0]?.to ?? '')} to the register of organisations`,
  'organisation-addition': ({ changes }) => `Added to the register of organisations: ${String(changes[0]?.to ?? '')}`,
  'organisation-addition-taken-back': ({ changes }) => `Took back from the register of organisations: ${String(changes[0]?.from ?? '')}`,
  'tie-declared': () => 'Said that they know an assessor',
  'tie-withdrawn': () => 'Took back that they know an assessor',
  'verification-requested': () => 'Asked for skills to be verified',
  'verification-offered': () => 'The request for verification was offered to an assessor',
  'verification-accepted': () => 'An assessor accepted the request for verification',
  'verification-declined': () => 'An assessor declined the request for verification',
  'verification-objected': () => 'Asked for another assessor',
  'verification-lapsed': () => 'The request for verification was not answered in time',
  'verification-passed-on': () => 'The request for verification goes to another assessor',
  'verification-resent': () => 'Sent the request for verification again',
  'verification-withdrawn': () => 'Withdrew the request for verification',
  'verification-answered': () => 'Asked for a second look at what was verified',
  'verification-answer-dropped': () => 'Gave up the second look at what was verified',
  'verification-decided': () => 'The request for verification was decided',
  'finding-kept': () => 'Kept a draft about a request for verification',
  'level-verified': ({ changes }) => `Skill ${changes[0]?.field ?? ''} was verified at level ${String(changes[0]?.to ?? '')}`,
  'assessor-named': () => 'A coordinator named an assessor for the request for verification',
  'plan-step-decided': ({ changes }) => `Decided on a step of the development plan: ${String(changes[0]?.to ?? '')}`,
  'framework-draft-started': ({ changes }) => `Started version ${String(changes[0]?.to ?? '')} of the key skills as a draft`,
  'framework-draft-edited': ({ changes }) =>
    `Edited ${changes[1]?.field ?? 'a part'} in the draft of version ${String(changes[0]?.to ?? '')} of the key skills`,
  'framework-moved': ({ changes }) => `Version ${String(changes[0]?.to ?? '')} of the key skills: ${frameworkStateWords(changes[1]?.to)}`,
  'framework-reviewed': ({ changes }) =>
    `${changes[1]?.to === 'signed-off' ? 'Signed off' : 'Asked for changes to'} version ${String(changes[0]?.to ?? '')} of the key skills`,
  'framework-agreed': ({ changes }) => `Agreed to move to version ${String(changes[0]?.to ?? '')} of the key skills`,
  'record-downloaded': () => 'The whole record was downloaded',
  'skills-map-exported': ({ changes }) =>
    `Exported the skills map: ${value('role', changes[0]?.to)}, ${changes[1]?.to === 'active' ? 'active people' : 'everyone on the roster'}`,
  'message-sent': () => 'Was sent a message, together with others',
  'tag-added': ({ changes }) => `Tag added: ${String(changes[0]?.to ?? '')}`,
  'tag-removed': ({ changes }) => `Tag taken away: ${String(changes[0]?.from ?? '')}`,
  'roster-view-kept': () => 'Kept a view of the roster',
  'roster-view-deleted': () => 'Deleted a view of the roster',
  'command-given': ({ changes }) => `Did something to several people together: ${String(changes[1]?.to ?? 0)} changed or written to`,
  'command-undone': ({ changes }) =>
    `Undid what was done to several people together: ${String(changes[0]?.to ?? 0)} undone, ${String(changes[1]?.to ?? 0)} left alone`,
  'records-merged': ({ changes }) => `The record of ${String(changes[0]?.from ?? '')} was put together with this one`,
  'record-put-away': ({ changes }) => `The record was put together with that of ${String(changes[0]?.to ?? '')}, which stays`,
  'merge-undone': () => 'Two records that were put together were taken apart again',
  'person-imported': () => 'Was put on the roster from a list',
  'import-started': () => 'Began to import a list',
  'import-planned': () => 'Chose the columns of a list to import',
  'import-row-mended': ({ changes }) => `Mended or decided row ${String(changes[0]?.to ?? '')} of a list to import`,
  'import-discarded': () => 'Threw a list to import away',
  'import-committed': ({ changes }) => `Imported a list: ${String(changes[0]?.to ?? 0)} added, ${String(changes[1]?.to ?? 0)} changed`,
  'import-undone': ({ changes }) => `Undid the import of a list: ${String(changes[0]?.to ?? 0)} undone, ${String(changes[1]?.to ?? 0)} left alone`,
  'roster-exported': ({ changes }) =>
    `Exported the roster${changes.length === 0 ? '' : `, filtered by ${changes.map((change) => change.field).join(', ')}`}`,
  'today-taken': ({ changes }) => `Took on Today: ${todayWords(changes[0]?.to)}`,
  'today-left': ({ changes }) => `No longer sees to: ${todayWords(changes[0]?.to)}`,
  'today-put-off': ({ changes }) => `Put off to ${showDate(String(changes[1]?.to ?? ''))}: ${todayWords(changes[0]?.to)}`,
  'cover-input-entered': ({ changes }) => `Entered a number of the cover model: ${changes[0]?.field ?? ''}`,
  'cover-snapshot-kept': ({ changes }) => `Kept a picture of cover on ${showDate(String(changes[0]?.to ?? ''))}`,
  'cover-exported': ({ changes }) => `Exported cover on ${showDate(String(changes[0]?.to ?? ''))}`,
  'person-erased': () => 'The person was erased',
}

const todayWords = (kind: unknown) => todayKindWords[kind as keyof typeof todayKindWords] ?? String(kind)

/** One event of a history as a sentence. */
export const eventSentence = (event: HistoryEvent): string => sentences[event.action]?.(event) ?? event.action

/** What changed, field by field, for the events that change details. */
export const changeSentences = ({ action, changes }: HistoryEvent): string[] =>
  action === 'profile-changed' || action === 'account-suspended' || action === 'suspension-lifted'
    ? changes.map((change) => {
        const [what, from, to] = [capital(field[change.field] ?? change.field), value(change.field, change.from), value(change.field, change.to)]
        return from === '' ? `${what} added: ${to}` : to === '' ? `${what} taken away: ${from}` : `${what}: from ${from} to ${to}`
      })
    : []

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
