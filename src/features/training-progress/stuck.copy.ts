import type { Standstill, StuckLearners, TrainingMessages } from '#domain/training-progress.ts'
import { showDay, showNumber } from '#lib/show.ts'

type Learner = StuckLearners['learners'][number]

const tries = (number: number) => (number === 1 ? '1 try' : `${number} tries`)
const days = (number: number) => (number === 1 ? '1 day' : `${showNumber(number)} days`)

const words: Record<Standstill, (learner: Learner) => string> = {
  'not-begun': () => 'Started the module, no lesson read',
  'between-lessons': ({ lessonsRead, lessons }) => `${lessonsRead} of ${lessons} lessons read`,
  'before-check': () => 'Every lesson read, check not tried',
  'check-open': () => 'Check begun and not handed in',
  'between-tries': ({ tries: used, triesLeft }) => `Check not passed: ${tries(used)} used, ${triesLeft ?? 0} left`,
}

/** The words of people who do not get on, and of writing to them. */
export const copy = {
  title: 'People who are stuck',
  intro: (afterDays: number) =>
    `People who started a module, have not passed it and have made no progress for ${days(afterDays)} or more, the longest first. Reading a lesson and taking the check are progress. An administrator sets the number of days; no rule does.`,
  found: (total: number, about: boolean) => `Stuck in a module: ${about ? 'more than ' : ''}${showNumber(total)}`,
  nobody: 'Nobody who matches is stuck.',
  caption: 'Who is stuck, where and since when',
  columns: ['Person', 'Module', 'Where they are', 'No progress since', 'Message'],
  where: (learner: Learner) => words[learner.where](learner),
  since: ({ since, days: many }: Learner) => [showDay(since), days(many)] as const,
  write: 'Write a message',
  writeTo: (name: string, title: string) => ` to ${name} about ${title}`,
  noAddress: 'No e-mail address',
  lastWritten: (moment: string) => `Last one on ${showDay(moment)}`,
  pages: 'Pages of people who are stuck',
  back: 'Back to people who are stuck',
  messageTitle: (name: string) => `Write to ${name}`,
  messageIntro:
    'Your message goes out by e-mail with a greeting, your name and your e-mail address for an answer. It is kept in the person’s history, where they and other coordinators read it. Leave out anything about a case or a child.',
  message: 'Message',
  messageHint: 'You can send this as it is, or change it.',
  suggested: (title: string) =>
    `You started “${title}” and have not been back for a while. There is no hurry, and everything you did so far is kept.\n\nIs something in the way? It may be time, the subject or the site itself. Tell me, and I will see what I can do. If a knowledge check went badly for a reason that had nothing to do with the questions, I can give you another try.`,
  last: ({ last }: TrainingMessages) => (last ? `${last.by || 'Somebody'} wrote to them about their training on ${showDay(last.at)}.` : ''),
  again: 'They were written to a short while ago',
  meant: (betweenDays: number) => `I know, and mean to write again within ${days(betweenDays)}`,
  send: 'Send the message',
  sent: (name: string) => `Your message to ${name} is on its way`,
  cannotWrite: (name: string) => `${name} has no e-mail address here. Ring them, or see their record for other ways.`,
  nothingToSay: 'There is nothing to write about: the module was not started, or it is passed.',
  toRecord: 'Open their record',
  downloadWhat: 'The file lists the people above, on every page, by name. Keep it where others cannot read it. Downloading is noted in your history.',
}
