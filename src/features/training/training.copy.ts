import { showMinutes, showMoment } from '#lib/show.ts'
import type { NextTry } from '#domain/training.ts'

/** The words of modules, of lessons and of knowledge checks. */
export const copy = {
  state: { done: 'Done', 'in-progress': 'In progress', 'not-started': 'Not started', 'cannot-start-yet': 'Cannot start yet' },
  training: 'Training',
  trainingIntro:
    'The core path, common to chairs and authors. Read a module in any number of sittings: you come back to the place where you stopped.',
  module: 'Module',
  outcomes: 'After this module you can',
  lessons: 'Lessons',
  lesson: (position: number, of: number) => `Lesson ${position} of ${of}`,
  read: 'Read',
  notRead: 'Not read',
  here: 'You are here',
  contentNote: 'Before you read',
  start: 'Start the module',
  resume: 'Go on where you stopped',
  check: 'Knowledge check',
  takes: (minutes: number) => `Takes about ${showMinutes(minutes)}.`,
  minutesLeft: (minutes: number) => (minutes === 0 ? 'Nothing left to do.' : `About ${showMinutes(minutes)} left, with the knowledge check.`),
  lessonsLeft: (minutes: number) => (minutes > 0 ? `About ${showMinutes(minutes)} of lessons left.` : 'Every lesson is read.'),
  version: (version: number) => `You are on version ${version}.`,
  goOnWithCheck: 'Go on with your knowledge check',
  seeResult: 'See your result',
  triesLeft: (left: number) => `${left} ${left === 1 ? 'try' : 'tries'} left in this round.`,
  lessonsFirst: (left: number) => `Read ${left === 1 ? 'the last lesson' : `the other ${left} lessons`} first.`,
  wait: (until: string) => `Your next try opens on ${showMoment(until)}. Until then, read what the wrong answers point to.`,
  passed: (at: string) => `You passed on ${showMoment(at)}.`,
  finish: 'I have read this: go on',
  finishLast: 'I have read this: to the knowledge check',
  previous: 'Previous lesson',
  stepAway: 'Step away',
  support:
    'Reading about harm to children can weigh on you. You can stop at any point; your place is kept. Talk to a colleague or supervisor, or ring Samaritans on 116 123, free at any hour.',
  sources: 'Sources',
  decideFirst: 'Choose an answer to see what can be said for and against it.',
  youChose: 'You chose',
  forRegime: (name: string, code: string) => `${name} (${code})`,
}

/** What can be done next about a check, in a sentence. */
export const nextTryText = (next: NextTry): string =>
  next.kind === 'ready'
    ? copy.triesLeft(next.triesLeft)
    : next.kind === 'wait'
      ? copy.wait(next.until)
      : next.kind === 'passed'
        ? copy.passed(next.at)
        : copy.goOnWithCheck
