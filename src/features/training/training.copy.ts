import { showDay, showMinutes, showMoment } from '#lib/show.ts'
import type { NextTry } from '#domain/training.ts'

/** The words of modules and of knowledge checks. */
export const copy = {
  state: { done: 'Done', 'in-progress': 'In progress', 'not-started': 'Not started', 'cannot-start-yet': 'Cannot start yet' },
  training: 'Training',
  module: 'Module',
  outcomes: 'After this module you can',
  lessons: 'Lessons',
  read: 'Read',
  notRead: 'Not read',
  here: 'You are here',
  contentNote: 'Before you read',
  start: 'Start the module',
  resume: 'Go on where you stopped',
  check: 'Knowledge check',
  diagnostic: 'Diagnostic',
  takes: (minutes: number) => `Takes about ${showMinutes(minutes)}.`,
  minutesLeft: (minutes: number) => (minutes === 0 ? 'Nothing left to do.' : `About ${showMinutes(minutes)} left, with the knowledge check.`),
  version: (version: number) => `You are on version ${version}.`,
  goOnWithCheck: 'Go on with your knowledge check',
  seeResult: 'See your result',
  triesLeft: (left: number) => `${left} ${left === 1 ? 'try' : 'tries'} left in this round.`,
  lessonsFirst: (left: number) => `Read ${left === 1 ? 'the last lesson' : `${left} more lessons`} first.`,
  wait: (until: string) => `Your next try opens on ${showMoment(until)}. Until then, read what the wrong answers point to.`,
  passed: (at: string, by?: string) => `You passed ${by === 'diagnostic' ? 'by diagnostic ' : ''}on ${showMoment(at)}.`,
  runsOut: (until: string) => `That counts until ${showDay(until)}. Pass the check again before then, and it goes on counting.`,
  ranOut: (until: string) => `That counted until ${showDay(until)}. Pass the check again to have it count.`,
  expired: 'Expired',
}

/** What can be done next about a check, in a sentence. */
export const nextTryText = (next: NextTry): string =>
  next.kind === 'ready'
    ? copy.triesLeft(next.triesLeft)
    : next.kind === 'wait'
      ? copy.wait(next.until)
      : next.kind === 'passed'
        ? `${copy.passed(next.at, next.by)} ${renewalText(next)}`.trim()
        : copy.goOnWithCheck

const renewalText = ({ until, expired, renewal }: Extract<NextTry, { kind: 'passed' }>): string =>
  until === null || renewal === null ? '' : expired ? copy.ranOut(until) : copy.runsOut(until)
