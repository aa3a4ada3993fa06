import { showMinutes } from '#lib/show.ts'

/** The words of a lesson. They come with it alone: a first visit to a lesson does without those of the other pages. */
export const copy = {
  lesson: (position: number, of: number) => `Lesson ${position} of ${of}`,
  contentNote: 'Before you read',
  takes: (minutes: number) => `Takes about ${showMinutes(minutes)}.`,
  lessonsLeft: (minutes: number) => (minutes > 0 ? `About ${showMinutes(minutes)} of lessons left.` : 'Every lesson is read.'),
  start: 'Start the module',
  finish: 'I have read this: go on',
  finishLast: 'I have read this: to the knowledge check',
  previous: 'Previous lesson',
  stepAway: 'Step away',
  support:
    'Reading about harm to children can weigh on you. You can stop at any point; your place is kept. Talk to a colleague or supervisor, or ring Samaritans on 116 123, free at any hour.',
  sources: 'Sources',
  forRegime: (name: string, code: string) => `${name} (${code})`,
}
