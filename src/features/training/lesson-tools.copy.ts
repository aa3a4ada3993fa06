/** The words of what a reader can do in a lesson besides reading it. */
export const copy = {
  away: 'Every lesson of this module is in this tab: you can read on to the end without the network.',
  note: 'Your note on this lesson',
  noteFailed: 'It did not open. Check your connection and try again.',
}
