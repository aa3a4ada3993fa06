import type { NewerVersion } from '#domain/training.ts'

const list = (titles: readonly { title: string }[]) =>
  titles
    .map(({ title }) => `“${title}”`)
    .join(', ')
    .replace(/, ([^,]+)$/, ' and $1')

/** The words of a newer version of a module, to somebody who is on an older one. */
export const newerCopy = {
  title: (version: number) => `Version ${version} of this module is out`,
  changed: 'What changed:',
  stay: (version: number) => `You are half-way through version ${version} and can finish it: it counts as before. Or you can move on.`,
  underWay: (version: number) =>
    `You have a knowledge check under way in version ${version}. Hand it in first; after that you can move on if you still want to.`,
  passed: (version: number) => `You passed version ${version}, and that stays on your record. Nothing is asked of you.`,
  asks: ({ again, added }: NewerVersion): string[] => [
    again.length === 0
      ? 'Every lesson you have read and that is still there counts as read.'
      : `${list(again)} ${again.length === 1 ? 'has' : 'have'} changed, so you would read ${again.length === 1 ? 'it' : 'them'} again. The other lessons you have read still count.`,
    ...(added.length === 0 ? [] : [`${list(added)} ${added.length === 1 ? 'is' : 'are'} new.`]),
    'What you wrote stays in your learning log, and tries at the knowledge check count as before. You cannot go back to the older version.',
  ],
  move: (version: number) => `Move on to version ${version}`,
  moved: (version: number) => `You are on version ${version} now`,
}
