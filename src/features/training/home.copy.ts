import type { Task } from '#domain/training.ts'
import { showMinutes, showMoment } from '#lib/show.ts'

/** The words of the learner's home. */
export const homeCopy = {
  welcome: (name: string) => `Hello ${name}`,
  tasks: 'What to do',
  allDone: 'Everything here is done. Your result is on your record, with the version you took.',
  next: (title: string) => `Next: ${title}`,
  wait: (title: string, until: string) => `Next: ${title}, from ${showMoment(until)}`,
  waitWhy:
    'Every try of this round is used, so there is nothing that you have to do until then. Reading what your last try points to is time well spent.',
  seeTry: 'See what your last try points to',
  profile: 'Say where you are and which role interests you',
  skills: 'Rate your skills',
  lessons: (title: string) => `Read the module ${title}`,
  check: (title: string) => `Take the knowledge check of ${title}`,
}

const about = (minutes: number) => `about ${showMinutes(minutes)}`

export const taskTitle = ({ kind, title }: Task): string =>
  kind === 'profile' ? homeCopy.profile : kind === 'skills' ? homeCopy.skills : kind === 'module' ? homeCopy.lessons(title) : homeCopy.check(title)

/** Why a task stands where it does, in words. */
export const taskWhy = ({ kind, why, minutesLeft }: Task): string =>
  ({
    'profile-missing': 'Your region and role decide which reviews you may be asked about. It takes a minute.',
    'profile-complete': 'You can change it at any time.',
    'skills-not-rated': `See what your role asks, and what to work on first: ${about(minutesLeft)}, in as many sittings as you like.`,
    'skills-under-way': `${why.read} of ${why.of} skills rated, ${about(minutesLeft)} left. You come back to the skill where you stopped.`,
    'skills-rated': 'Handed in. You can rate yourself again at any time.',
    'core-path': `The first step for chairs and authors alike, ${about(minutesLeft)}.`,
    resume: `${why.read} of ${why.of} lessons read, ${about(minutesLeft)} of lessons left. You come back to where you stopped.`,
    'lessons-done':
      kind === 'module'
        ? 'Every lesson is read. You can read them again at any time.'
        : `The lessons are read. The check takes ${about(minutesLeft)}.`,
    'lessons-first': `Opens when the lessons are read: ${why.read} of ${why.of} so far.`,
    'attempt-open': 'You have begun. Your answers are kept.',
    wait: why.until ? `The next try opens on ${showMoment(why.until)}.` : '',
    passed: 'Passed, and on your record.',
  })[why.kind]
