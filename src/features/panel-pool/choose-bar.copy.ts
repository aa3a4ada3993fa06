import { showNumber } from '#lib/show.ts'

/** The words of choosing people on the roster. */
export const copy = {
  title: 'Do something to several people',
  none: 'Tick people in the list, or choose:',
  chosen: (count: number) => (count === 1 ? '1 person is chosen' : `${showNumber(count)} people are chosen`),
  chosenAll: (total: number) => `All ${showNumber(total)} people of this list are chosen`,
  page: (count: number) => `The ${count} on this page`,
  all: (total: number) => `All ${showNumber(total)} people of this list`,
  tooMany: 'To choose everybody at once, filter the list down to 1,000 people or fewer.',
  clear: 'Choose nobody',
  toBar: (count: number) => `${showNumber(count)} chosen: what to do with them`,
  do: {
    status: 'Change their status',
    message: 'Write to them',
    confirm: 'Ask whether their details are still right',
    tag: 'Add a tag',
    untag: 'Take a tag away',
    export: 'Export just these',
  },
  done: 'See what was done together, or undo it',
}
