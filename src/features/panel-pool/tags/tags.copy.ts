import { showDay } from '#lib/show.ts'

/** The words of tags. */
export const copy = {
  filter: 'Tag',
  any: 'Any tag or none',
  count: (tag: string, people: number) => `${tag} (${people})`,
  title: 'Tags',
  what: 'Coordinators’ own words. They stand on the roster for coordinators, and in the record that this person can ask for.',
  none: 'No tags yet.',
  who: 'Who added it',
  by: (by: string | null, at: string) => (by ? `${by}, ${showDay(at)}` : showDay(at)),
  remove: 'Take away',
  removed: (tag: string) => `The tag ${tag} is taken away`,
  added: (tag: string) => `The tag ${tag} is added`,
  add: 'Add a tag',
  tag: 'New tag',
  tagHint: (inUse: readonly string[]) => (inUse.length > 0 ? `In use: ${inUse.join(', ')}.` : 'Such as “Speaks at events”.'),
  warning: 'These words name nobody',
  warningYes: 'I have read them again: they name no child, family or case',
}
