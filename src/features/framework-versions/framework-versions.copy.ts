import type { FrameworkChange } from '#domain/framework-changes.ts'
import type { FrameworkReview, FrameworkState } from '#domain/framework-version.ts'
import type { TagColour } from '#ui/tag.tsx'

const count = (many: number, one: string, more = `${one}s`) => `${many} ${many === 1 ? one : more}`

/** The words of the pages on which the framework is changed. */
export const copy = {
  versions: 'Versions of the key skills',
  version: (number: number) => `Version ${number}`,
  inUse: 'In use now',
  dash: '–',
  state: {
    draft: 'Draft',
    'in-review': 'In review',
    'changes-requested': 'Changes asked for',
    approved: 'Signed off',
    published: 'Published',
    retired: 'Retired',
    discarded: 'Discarded',
  } satisfies Record<FrameworkState, string>,
  colour: {
    draft: 'blue',
    'in-review': 'yellow',
    'changes-requested': 'orange',
    approved: 'teal',
    published: 'green',
    retired: 'grey',
    discarded: 'grey',
  } satisfies Record<FrameworkState, TagColour>,
  draftTitle: (number: number) => `The key skills, version ${number}`,
  whoSees: 'Administrators and the reviewers named for this draft see this page. Nobody else does until it is published.',
  basedOn: 'Started from',
  startedAt: 'Started',
  retiresOn: 'Retires on',
  publishedOn: 'Published on',
  stateRow: 'State',
  title: 'Title',
  lacks: 'What is missing',
  lacksNothing: 'Nothing is missing: every skill has four levels with evidence, a source and a role.',
  lacksSome: (faults: number) =>
    `${faults === 1 ? 'One thing is' : `${faults} things are`} missing. A draft goes to its reviewers when nothing is missing.`,
  changes: 'What changes',
  changesNone: (against: number | null) =>
    against === null ? 'There is nothing in this draft.' : `This version says the same as version ${against}, word for word.`,
  changed: 'What it changed',
  changesFirst: 'This is the first version.',
  finding: (changes: readonly FrameworkChange[], against: number | null) => {
    const of = (kind: FrameworkChange['kind']) => new Set(changes.filter((one) => one.kind === kind && one.of === 'skill').map(({ id }) => id)).size
    const reworded = new Set(changes.filter((one) => one.kind !== 'moved' && (one.of === 'skill' || one.of === 'level')).map(({ id }) => id))
    for (const one of changes) if (one.of === 'skill' && (one.kind === 'added' || one.kind === 'removed')) reworded.delete(one.id)
    const others = changes.filter((one) => one.of !== 'skill' && one.of !== 'level').length
    const counts = [
      [of('added'), 'added'],
      [of('removed'), 'removed'],
      [reworded.size, 'reworded'],
      [of('moved'), 'moved to another domain'],
    ].flatMap(([many, word]) => (many ? [`${count(Number(many), 'skill')} ${word}`] : []))
    const rest = others > 0 ? [count(others, 'other change')] : []
    return `${against === null ? 'Nothing is in use to compare with' : `Against version ${against}`}: ${[...counts, ...rest].join(', ')}.`
  },
  changesColumns: (before: string) => ['Part', before, 'In this version'],
  kind: { added: 'Added', removed: 'Removed', reworded: 'Reworded', moved: 'Moved' } satisfies Record<FrameworkChange['kind'], string>,
  kindColour: { added: 'green', removed: 'red', reworded: 'blue', moved: 'yellow' } satisfies Record<FrameworkChange['kind'], TagColour>,
  of: {
    skill: 'Skill',
    level: 'Skill',
    bar: 'What is asked of',
    domain: 'Domain',
    source: 'Source',
    scale: 'Level',
    framework: 'The framework',
  } satisfies Record<FrameworkChange['of'], string>,
  field: (field: string, level: number | null): string => {
    const words: Record<string, string> = {
      indicator: 'what it looks like',
      evidence: 'evidence that is enough',
      why: 'Why',
      order: 'Order of skills',
    }
    const said = words[field] ?? field.charAt(0).toUpperCase() + field.slice(1)
    return level === null || (field !== 'indicator' && field !== 'evidence') ? said : `Level ${level}: ${said}`
  },
  edit: 'Edit it',
  parts: { domains: 'Domains and their order', levels: 'Levels, and which the roles need', sources: 'Sources' },
  skills: 'Skills',
  skillsWhat: 'Choose a skill to change its words, its levels or its domain.',
  incomplete: 'Incomplete',
  addSkill: (domain: string) => `Add a skill to ${domain}`,
  reviews: 'Reviewers',
  noReviews: 'Nobody has been asked to review this draft yet.',
  reviewsCaption: 'Who was asked, and what they said',
  reviewsColumns: ['Reviewer', 'Round', 'Answer', 'Words'],
  review: { asked: 'Has not answered', 'signed-off': 'Signed off', 'changes-requested': 'Asks for changes' } satisfies Record<
    FrameworkReview['state'],
    string
  >,
  next: 'What can be done next',
  nothingNext: 'There is nothing more to do with this version.',
  waiting: 'It waits for its reviewers. When all have signed off, it can be published.',
  fillFirst: 'This draft can go to its reviewers once nothing is missing.',
  askReviewers: 'Who should sign this off?',
  askReviewersHint: 'Each gets a mail. The draft can be published when everybody named here has signed off.',
  noReviewers: 'There is no other active assessor or administrator to ask. Invite one first.',
  send: 'Send to review',
  sent: 'Sent to review',
  publish: 'Publish it',
  publishWhat: (number: number) =>
    `From then on everybody reads version ${number}, and it cannot be changed any more. Those who never rated themselves start on it; the others stay on their version until they agree to move.`,
  publishNow: (number: number) => `Publish version ${number}`,
  published: (number: number) => `Version ${number} is published`,
  takeBack: 'Take it back',
  takeBackWhat: 'It can then be edited again, and everybody has to sign it off anew.',
  takeBackNow: 'Take it back to a draft',
  takeUpNow: 'Take the changes up',
  takenBack: 'It is a draft again',
  discard: 'Discard this draft',
  discardNow: 'Discard the draft',
  discarded: 'The draft is discarded',
  retire: 'Retire this version',
  retireWhat:
    'Those on this version, or half-way through a self-assessment against it, are told by mail, once. They keep their ratings, and move only when they agree.',
  retireOn: 'Retired from',
  retireNow: 'Retire this version',
  retired: 'The version retires on that day, and those on it were told',
  reason: 'Why',
  reasonHint: 'A few words, kept in the account of what was done.',
  retireReasonHint: 'A sentence. Those who are told by mail read it.',
  yourReview: 'Your review',
  yourReviewWhat: 'Read what changes above, then say whether you sign it off. The administrators see your name and your words.',
  answer: 'Do you sign this version off?',
  signOff: 'Yes, I sign it off',
  askChanges: 'No, I ask for changes',
  words: 'What should change, or anything to add',
  wordsHint: 'Needed when you ask for changes. Write about the words of the framework, not about people or cases.',
  answerNow: 'Send my answer',
  answered: 'Your answer is kept',
  editSkill: (id: string, name: string) => `${id} ${name}`,
}
