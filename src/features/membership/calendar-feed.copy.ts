import { showDay } from '#lib/show.ts'

/** The words of the calendar feed. */
export const feedCopy = {
  title: 'Your calendar elsewhere',
  intro:
    'A private address lets your calendar program show when you are busy or free. It shows no notes, no references and no name. Whoever has the address can read it, so share it with nobody you would not tell.',
  has: (moment: string) =>
    `You have a private address, made on ${showDay(moment)}. It was shown once; if you lost it, or somebody has it who should not, make a new one.`,
  make: 'Make a private address',
  replace: 'Make a new address in its place',
  remove: 'Take the address away',
  copyIt: 'This is the address. Copy it now: it is not shown again.',
  download: 'Download a calendar file',
  failed: 'The file did not arrive. Check your connection and try again.',
}
