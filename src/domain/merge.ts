import type { z } from 'zod'
import type * as schema from './merge.schema.ts'
import { fieldWords } from './merge-words.ts'

export type Merge = z.infer<typeof schema.Merge>
export type MergeField = z.infer<typeof schema.MergeField>
export type MergeGiven = z.infer<typeof schema.MergeGiven>
export type MergeObstacle = z.infer<typeof schema.MergeObstacle>
export type MergePart = z.infer<typeof schema.MergePart>
export type MergePreview = z.infer<typeof schema.MergePreview>
export type MergeQuestion = MergePreview['questions'][number]
export type MergeSide = MergePreview['sides'][number]
export type MergeValues = z.infer<typeof schema.MergeValues>

/** What two records that were put together can become. What was undone can be put together again, which is another one. */
export const mergeMoves = { together: ['apart'], apart: [] } as const satisfies Record<string, readonly string[]>

/** What rules ask of a record beside what it says. */
export interface MergeFacts extends MergeSide {
  mergedAlready: boolean
  /** Whether it holds training, ratings, evidence or verified levels: each piece leans on others, so that two such records do not mix. */
  learns: boolean
  /** Somebody asked to join and waits for an answer. */
  askOpen: boolean
}

/** How many rows of a part are shown: how much somebody wrote for themself, or declared before it was asked for, is not counted for coordinators. */
export const shownRows = (part: MergePart, rows: number): number => (part === 'own' || part === 'affiliations' || part === 'declaration' ? 1 : rows)

/** The record that has to stay: the one that somebody signs in to. Null where either may, or where it cannot be done at all. */
export function mustStay(one: MergeSide, other: MergeSide): string | null {
  const signedInTo = [one, other].filter(({ account }) => account === 'signs-in')
  return signedInTo.length === 1 ? (signedInTo[0]?.id ?? null) : null
}

/** What stands in the way of putting two records together, each with what to do about it; an empty list means that nothing does. */
export function mergeObstacles(one: MergeFacts, other: MergeFacts, asker: string): MergeObstacle[] {
  if (one.id === other.id) return [{ code: 'same-record', words: 'This is one record, not two. Choose another one to put together with it.' }]
  const found: MergeObstacle[] = []
  const names = (sides: readonly MergeFacts[]) => sides.map(({ values }) => values.name).join(' and ')
  const both = [one, other]
  const merged = both.filter(({ mergedAlready }) => mergedAlready)
  if (merged.length > 0)
    found.push({ code: 'merged-already', words: `The record of ${names(merged)} was put together with another one already. Open that one instead.` })
  if (both.some(({ id }) => id === asker))
    found.push({ code: 'own-record', words: 'One of these records is yours. Ask a colleague to put them together.' })
  const staff = both.filter(({ values, mergedAlready }) => values.standing === null && !mergedAlready)
  if (staff.length > 0)
    found.push({ code: 'not-on-roster', words: `${names(staff)} is not on the roster: only records that are on it can be put together.` })
  if (both.every(({ account }) => account === 'signs-in'))
    found.push({
      code: 'both-sign-in',
      words:
        'Both records have an account that can be signed in to. Ask the person which one they use, have an administrator suspend the other account, then come back.',
    })
  if (both.every(({ learns }) => learns))
    found.push({
      code: 'both-learn',
      words:
        'Both records hold training, ratings, evidence or verified levels. These lean on each other and cannot be mixed. Keep both records, and agree with the person which one they go on with.',
    })
  const asking = both.filter(({ askOpen }) => askOpen)
  if (asking.length > 0)
    found.push({ code: 'ask-open', words: `${names(asking)} asked to join and waits for an answer. Answer that first, then come back.` })
  return found
}

export const mergeFields = [
  'name',
  'standing',
  'roles',
  'region',
  'regions',
  'email',
  'phone',
  'joinedOn',
  'sector',
  'specialisms',
  'languages',
  'offer',
] as const satisfies readonly MergeField[]

const lists = ['roles', 'regions', 'specialisms', 'languages'] as const
type ListField = (typeof lists)[number]
const isList = (field: MergeField): field is ListField => lists.some((one) => one === field)

const saysNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)
const asText = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value)

/** The fields on which two records differ, and what has to be decided about each. */
export function mergeQuestions(one: MergeSide, other: MergeSide): MergeQuestion[] {
  const stays = mustStay(one, other)
  return mergeFields.flatMap((field): MergeQuestion[] => {
    const [mine, theirs] = [one.values[field], other.values[field]]
    if (asText(mine) === asText(theirs)) return []
    if (field === 'joinedOn') return [{ field, is: 'earlier', of: one.values.joinedOn < other.values.joinedOn ? one.id : other.id, both: false }]
    // Mails go to the address that is signed in with.
    if (field === 'email' && stays) return [{ field, is: 'fixed', of: stays, both: false }]
    if (saysNothing(mine)) return [{ field, is: 'only', of: other.id, both: false }]
    if (saysNothing(theirs)) return [{ field, is: 'only', of: one.id, both: false }]
    return [{ field, is: 'differ', of: null, both: isList(field) }]
  })
}

type Choices = MergeGiven['choices']

/** What is missing: an answer for each field that differs, the record that is signed in to, and how somebody knows. */
export function mergeFaults(preview: Pick<MergePreview, 'questions' | 'stays' | 'sides'>, { keep, choices, reason }: MergeGiven) {
  const ids = preview.sides.map(({ id }) => id)
  const faults: { pointer: string; detail: string }[] = []
  if (preview.stays !== null && keep !== preview.stays) faults.push({ pointer: '/keep', detail: 'The record that is signed in to has to stay' })
  for (const { field, is, both } of preview.questions) {
    const choice = choices[field]
    const known = choice !== undefined && (choice === 'both' ? both : ids.includes(choice))
    if (is === 'differ' && !known) faults.push({ pointer: `/choices/${field}`, detail: `Choose which to keep: ${fieldWords[field].toLowerCase()}` })
  }
  if (reason.length < 5) faults.push({ pointer: '/reason', detail: 'Say in a few words how you know that they are one person' })
  return faults
}

/** What the record that stays says from now on. Choices for fields that nobody asked about change nothing. */
export function mergedValues(kept: MergeSide, away: MergeSide, questions: readonly MergeQuestion[], choices: Choices): MergeValues {
  const values = { ...kept.values }
  for (const { field, is, of } of questions) {
    const choice = is === 'differ' ? choices[field] : of
    if (choice === away.id) Object.assign(values, { [field]: away.values[field] })
    else if (choice === 'both' && isList(field))
      Object.assign(values, { [field]: [...new Set<string>([...kept.values[field], ...away.values[field]])] })
  }
  return values
}

/**
 * What undoing gives back of the fields: only what nobody changed since. `left` are the fields that somebody did.
 * @param before what the record said, @param set what it was given, @param now what it says.
 */
export function valuesBack(before: MergeValues, set: MergeValues, now: MergeValues): { values: MergeValues; left: MergeField[] } {
  const values = { ...now }
  const left: MergeField[] = []
  for (const field of changedFields(before, set)) {
    if (asText(now[field]) === asText(set[field])) Object.assign(values, { [field]: before[field] })
    else left.push(field)
  }
  return { values, left }
}

/** The fields on which two states of a record differ. */
export const changedFields = (one: MergeValues, other: MergeValues): MergeField[] =>
  mergeFields.filter((field) => asText(one[field]) !== asText(other[field]))
