import type { SharedEntry } from '#domain/shared-entry.ts'
import { showDay, showMoment } from '#lib/show.ts'

/** The words of entries of the learning log that are shared with an assessor, for both of them. */
export const copy = {
  title: 'From the learning log',
  about: (kind: SharedEntry['kind'], lesson: string) => `${kind === 'note' ? 'Note' : 'Reflection'} on ${lesson}`,
  fromLog: (module: string) => `An entry of the learning log, ${module}.`,
  when: ({ sharedAt, takenBackAt }: SharedEntry) =>
    takenBackAt
      ? `Shared on ${showMoment(sharedAt)}, taken back on ${showMoment(takenBackAt)}.`
      : `Shared on ${showMoment(sharedAt)}, as it was then.`,
  asked: (prompt: string) => `The lesson asked: ${prompt}`,
  gone: 'It was taken back, and nobody can read it here any more.',

  choose: 'Which entries of your learning log go with it?',
  chooseHint: 'Nobody but you can read your log. The assessor sees only what you choose here, as it is now; you can take it back later.',
  first: (words: string) => (words.length > 140 ? `${words.slice(0, 140).trimEnd()}…` : words),
  shareTitle: 'Share an entry of your learning log',
  shareWhy: 'The assessor of this request then sees it, as it is now, and nothing else of your log.',
  entry: 'Entry',
  noEntry: 'Choose an entry',
  share: 'Share it',
  shared: 'The entry is shared with the assessor of this request',
  takeBack: 'Take it back',
  ofWhich: (what: string, at: string) => `: ${what}, shared on ${showDay(at)}`,
  takenBack: 'The entry is taken back',
  nothing: 'You have written nothing in your learning log that is not shared here already.',
}
