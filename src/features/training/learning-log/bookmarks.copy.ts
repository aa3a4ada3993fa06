/** The words of bookmarks: in a lesson, and in the list of them. */
export const copy = {
  bookmark: 'Bookmark',
  remove: 'Remove bookmark',
  /** What a button is about, for those who hear it without seeing where it stands. */
  about: (what: string) => `: ${what}`,
  lesson: 'Bookmark this lesson',
  removeLesson: 'Remove the bookmark of this lesson',
  kept: 'Your bookmarks',
  title: 'Bookmarks',
  what: 'Places that you marked in lessons. Only you can see them.',
  none: 'You have marked no place yet. Every lesson, and every heading in one, has a button for it.',
  inLesson: (lesson: string, module: string) => `${lesson}, ${module}.`,
  on: (day: string) => `Marked on ${day}.`,
  failed: (why: string) => `Not saved: ${why}`,
  removed: 'The bookmark was removed.',
}
