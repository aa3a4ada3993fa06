import type { Task, TaskList } from '#domain/training.ts'
import { showDay, showMinutes, showMoment } from '#lib/show.ts'

/** The words of the learner's home. */
export const homeCopy = {
  welcome: (name: string) => `Hello ${name}`,
  tasks: 'What to do',
  membership: {
    'can-ask': 'Tell the coordinator that you want to join the pool',
    asked: 'You have asked to join the pool: see where it stands',
    member: 'Your membership: availability, reviews in hand and capacity',
  },
  path: ({ passed, of, minutesLeft }: TaskList['paths'][number]) =>
    passed === of ? `All ${of} modules passed.` : `${passed} of ${of} modules passed, ${about(minutesLeft)} left.`,
  allDone: 'Everything here is done. Your result is on your record, with the version you took.',
  next: (title: string) => `Next: ${title}`,
  wait: (title: string, until: string) => `Next: ${title}, from ${showMoment(until)}`,
  waitWhy:
    'Every try of this round is used, so there is nothing that you have to do until then. Reading what your last try points to is time well spent.',
  newer: 'A newer version of this module is out. See what changed',
  seeTry: 'See what your last try points to',
  waiting: 'Waiting',
  nothingNow: 'There is nothing that you have to do now. What waits for somebody else is in the list.',
}

const skills = (many: number) => (many === 1 ? '1 skill' : `${many} skills`)
const about = (minutes: number) => `about ${showMinutes(minutes)}`

export const taskTitle = ({ kind, title }: Task): string =>
  ({
    profile: 'Say where you are and which role interests you',
    skills: 'Rate your skills',
    plan: 'Choose the steps of your development plan',
    module: `Read the module ${title}`,
    check: `Take the knowledge check of ${title}`,
    evidence: 'Add evidence of what you can do',
    verification: 'Ask for your skills to be verified',
  })[kind]

/** Why a task stands where it does, in words. */
export const taskWhy = ({ why, minutesLeft }: Task): string =>
  ({
    'profile-missing': 'Your region and role decide which reviews you may be asked about. It takes a minute.',
    'profile-complete': 'You can change it at any time.',
    'skills-not-rated': `See what your role asks, and what to work on first: ${about(minutesLeft)}, in as many sittings as you like.`,
    'skills-under-way': `${why.read} of ${why.of} skills rated, ${about(minutesLeft)} left. You come back to the skill where you stopped.`,
    'skills-rated': 'Handed in. You can rate yourself again at any time.',
    'core-path':
      why.read === 0
        ? `The first step for everyone who joins, ${about(minutesLeft)}.`
        : `You have passed ${why.read} of ${why.of} modules. This one takes ${about(minutesLeft)}.`,
    resume: `${why.read} of ${why.of} lessons read, ${about(minutesLeft)} left with the knowledge check. You come back to where you stopped.`,
    'lessons-done': `The lessons are read. The check takes ${about(minutesLeft)}.`,
    'attempt-open': 'You have begun. Your answers are kept.',
    wait: why.until ? `The next try opens on ${showMoment(why.until)}.` : '',
    passed: 'Passed, and on your record.',
    expired: `What you passed ran out${why.until ? ` on ${showDay(why.until)}` : ''}. Pass the check again, ${about(minutesLeft)}, to have it count.`,
    'after-rating': 'Comes after you have rated your skills.',
    'plan-to-choose': 'See which steps would close your gaps, and take up those that suit you.',
    'plan-chosen': `${why.read} of ${why.of} steps done.`,
    'evidence-none': 'An assessor verifies a skill on what you show: something you wrote, a file, or what somebody saw of your work.',
    'evidence-begun': 'You have begun. Nobody else sees it before you send it.',
    'evidence-ready': `${why.read === 1 ? 'One piece is' : `${why.read} pieces are`} ready to be sent.`,
    'after-evidence': 'Comes after your first piece of evidence.',
    'verification-below': 'Comes once you rate yourself at the level that your role asks.',
    'verification-ask': `You rate yourself at the level asked in ${skills(why.read)} that no assessor has verified.`,
    'verification-waiting': `${skills(why.read)} sent: an assessor looks at what you sent.`,
    'verification-lower': `An assessor found a lower level in ${skills(why.read)}. You can answer once, or rate yourself again.`,
    'verification-lapsed': 'No assessor answered in time. Send your request again.',
    'no-gaps': 'Every level that your role asks has been verified.',
  })[why.kind]

/** What a row of the list says below its title: a module that was not begun how long it takes, one that is done nothing. */
export const rowHint = (task: Task): string | undefined =>
  task.path === null
    ? taskWhy(task)
    : task.state === 'done'
      ? undefined
      : task.state === 'not-started'
        ? capital(about(task.minutesLeft))
        : taskWhy(task)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
