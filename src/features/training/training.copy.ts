import { showMinutes, showMoment } from '#lib/show.ts'
import type { NextTry, Task } from '#domain/training.ts'

/** The words of the learner's home, of modules and of knowledge checks. */
export const copy = {
  home: 'Your training',
  welcome: (name: string) => `Hello ${name}`,
  tasks: 'What to do',
  allDone: 'Everything here is done. Your result is on your record, with the version you took.',
  next: (title: string) => `Next: ${title}`,
  minutes: (minutes: number) => `about ${showMinutes(minutes)}`,
  profileTask: 'Say where you are and which role interests you',
  skillsTask: 'Rate your skills',
  lessonsTask: (title: string) => `Read the module ${title}`,
  checkTask: (title: string) => `Take the knowledge check of ${title}`,
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
  readAgain: 'Read again',
  check: 'Knowledge check',
  takes: (minutes: number) => `Takes about ${showMinutes(minutes)}.`,
  minutesLeft: (minutes: number) => (minutes === 0 ? 'Nothing left to do.' : `About ${showMinutes(minutes)} left.`),
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
  stepAwayHint: 'Your place is kept.',
  support:
    'Reading about harm to children can weigh on you. You can stop at any point; your place is kept. Talk to a colleague or supervisor, or ring Samaritans on 116 123, free at any hour.',
  sources: 'Sources',
  decideFirst: 'Choose an answer to see what can be said for and against it.',
  youChose: 'You chose',
  otherAnswers: 'What the others would have led to',
  forRegime: (name: string, code: string) => `${name} (${code})`,
}

export const taskTitle = ({ kind, title }: Task): string =>
  kind === 'profile' ? copy.profileTask : kind === 'skills' ? copy.skillsTask : kind === 'module' ? copy.lessonsTask(title) : copy.checkTask(title)

/** Why a task stands where it does, in words. */
export const taskWhy = ({ why, minutesLeft }: Task): string =>
  ({
    'profile-missing': 'Your region and role decide which reviews you may be asked about. It takes a minute.',
    'profile-complete': 'You can change it at any time.',
    'skills-not-rated': `See what your role asks, and what to work on first: ${copy.minutes(minutesLeft)}, in as many sittings as you like.`,
    'skills-under-way': `${why.read} of ${why.of} skills rated, ${copy.minutes(minutesLeft)} left. You come back to the skill where you stopped.`,
    'skills-rated': 'Handed in. You can rate yourself again at any time.',
    'core-path': `The first step for chairs and authors alike, ${copy.minutes(minutesLeft)}.`,
    resume: `${why.read} of ${why.of} lessons read, ${copy.minutes(minutesLeft)} left. You come back to where you stopped.`,
    'lessons-done': `The lessons are read. The check takes ${copy.minutes(minutesLeft)}.`,
    'lessons-first': `Opens when the lessons are read: ${why.read} of ${why.of} so far.`,
    'attempt-open': 'You have begun. Your answers are kept.',
    wait: why.until ? `The next try opens on ${showMoment(why.until)}.` : '',
    passed: 'Passed, and on your record.',
  })[why.kind]

/** What can be done next about a check, in a sentence. */
export const nextTryText = (next: NextTry): string =>
  next.kind === 'ready'
    ? copy.triesLeft(next.triesLeft)
    : next.kind === 'wait'
      ? copy.wait(next.until)
      : next.kind === 'passed'
        ? copy.passed(next.at)
        : copy.goOnWithCheck
