import { partWords } from '#domain/merge-words.ts'
import type { Merge, MergeField, MergePreview, MergeSide, MergeValues } from '#domain/merge.ts'
import { poolRoleWords, regionWords, standingWords } from '#domain/words.ts'
import { showDate, showDay, showMonth } from '#lib/show.ts'

/** The words about putting two records of one person together. */
export const copy = {
  title: 'Are these one person?',
  back: (name: string) => `Back to the record of ${name}`,
  what: 'Two people may share a name or a number. Put these records together only when you know that they are of one person, for example because you asked them. You or a colleague can undo it later.',
  side: ['First record', 'Second record'] as const,
  caption: 'The two records side by side',
  detail: 'Detail',
  notGiven: 'Not given',
  account: {
    'signs-in': (last: string | null) => (last ? `Signs in, last on ${showDay(last)}` : 'Has an account that can be signed in to'),
    'not-confirmed': () => 'Has an account that nobody has signed in to',
    suspended: () => 'Has a suspended account',
    none: () => 'No account',
  },
  accountRow: 'Account',
  holds: 'Also holds',
  nothing: 'Nothing else',
  list: (holds: MergeSide['holds']) => holds.map(({ what, rows }) => partWords[what](rows)).join(', '),
  obstacles: 'These records cannot be put together',
  obstaclesWhat: 'Why, and what to do:',
  stays: 'Which record stays?',
  staysHint: 'Its address and its account stay. The other record leads to it from then on.',
  staysForced: (side: string, name: string) =>
    `The ${side.toLowerCase()} (${name}) stays, because somebody signs in to it. The other record leads to it from then on.`,
  addressStays: (email: string) => `Mails go on to ${email}, the address that is signed in with.`,
  earlier: (day: string) => `Joined on ${day}, the earlier of the two days.`,
  only: 'Kept without asking, because only one record says it',
  onlyOne: (field: string, value: string, side: string) => `${field}: ${value} (${side.toLowerCase()})`,
  choose: 'Where they differ, choose what is kept',
  chooseHint: 'What you do not choose is not lost: it is noted with the two records, and comes back if this is undone.',
  both: (value: string) => `All of it: ${value}`,
  goes: 'What goes over',
  goesWhat: (stays: string | null) =>
    stays
      ? 'Everything else that the other record holds goes to the one that stays, and stands beside what is there:'
      : 'Everything else that the record which does not stay holds goes to the one that does, and stands beside what is there.',
  goesNothing: 'The other record holds nothing else.',
  historyStays: 'The history of both is shown on the one that stays. The other one can no longer be signed in to: an invitation to it stops working.',
  reason: 'How do you know that they are one person?',
  reasonHint: 'It is shown in the history of the record that stays.',
  button: 'Put them together',
  changed: (what: readonly string[]) =>
    what.length > 0
      ? `Somebody changed these records while you were looking: ${what.join('; ')}. What is shown is as it is now. Look again, then put them together.`
      : 'Somebody changed these records while you were looking. What is shown is as it is now. Look again, then put them together.',
  changedOn: (side: string, field: string) => `${field.toLowerCase()} on the ${side.toLowerCase()}`,
  done: ({ kept }: Merge) => `The two records are one. It stands under ${kept.name}.`,

  mergedTitle: 'Two records that were put together',
  apartTitle: 'Two records that were put together and taken apart again',
  mergedSays: ({ away, kept, at, by }: Merge) =>
    `The record of ${away.name} was put together with the one of ${kept.name} on ${showDay(at)}${by ? ` by ${by.name}` : ''}.`,
  named: ({ name, email }: Merge['kept']) => (email ? `${name}, ${email}` : name),
  record: 'The record that stays',
  recordStayed: 'The record that stayed',
  away: 'The record that was put away',
  recordBack: 'The record that came back',
  known: 'How it was known',
  when: 'Put together',
  whenBy: (at: string, by: string | null) => `${showDay(at)}${by ? `, by ${by}` : ''}`,
  changes: 'Changed on the record that stays',
  change: (field: string, from: string, to: string) => `${field}: ${to} (before: ${from})`,
  noChanges: 'Nothing',
  went: 'Went over',
  stayed: 'Stayed with the other record, because this one has the same',
  undone: 'Taken apart',
  undoneBy: (at: string, by: string) => `${showDay(at)}${by ? `, by ${by}` : ''}`,
  left: 'Left as it was',
  nothingLeft: 'Nothing: each record has again what it had.',
  undo: 'Undo: take them apart',
  undoAsk: 'Take these records apart?',
  undoWhat:
    'Each record gets back what it had. What was changed since, and what was added since, stays with the record that stayed, and you are told what.',
  undoYes: 'Yes, take them apart',
  undoNo: 'No, leave them as one',
  undoneSaid: 'The records are two again.',
  changedMeanwhile: 'Somebody else took them apart meanwhile. What is shown is as it is now.',
  toRoster: 'Go to the roster',

  onRecord: 'Put together with this record',
  onRecordOne: ({ away, at, by, undone }: Merge) =>
    `${away.name}, on ${showDay(at)}${by ? ` by ${by.name}` : ''}${undone ? `; taken apart on ${showDay(undone.at)}` : ''}`,
}

const listed = (words: readonly string[]) => words.join(', ') || copy.notGiven

function offerWords(offer: MergeValues['offer']): string {
  if (!offer) return copy.notGiven
  const { daysAMonth, mostReviews, months } = offer
  const words = [
    ...(daysAMonth === null ? [] : [daysAMonth === 1 ? '1 day a month' : `${daysAMonth} days a month`]),
    ...(mostReviews === null ? [] : [mostReviews === 1 ? '1 review at once' : `${mostReviews} reviews at once`]),
    ...months.map(({ month, days }) => `${showMonth(month, 'short')}: ${days === 1 ? '1 day' : `${days} days`}`),
  ]
  return listed(words)
}

type IdWords = MergePreview['words']

const shown: { [F in MergeField]: (value: MergeValues[F], ids: IdWords) => string } = {
  name: (name) => name,
  email: (email) => email ?? copy.notGiven,
  phone: (phone) => phone ?? copy.notGiven,
  region: (region) => (region ? regionWords[region] : copy.notGiven),
  roles: (roles) => listed(roles.map((role) => poolRoleWords[role])),
  standing: (standing) => (standing ? standingWords[standing] : copy.notGiven),
  joinedOn: (day) => showDate(day),
  regions: (regions) => listed(regions.map((region) => regionWords[region])),
  sector: (sector, ids) => (sector ? (ids[sector] ?? sector) : copy.notGiven),
  specialisms: (specialisms, ids) => listed(specialisms.map((one) => ids[one] ?? one)),
  languages: listed,
  offer: offerWords,
}

/** What a record says in one field, in words; `ids` are what sectors and specialisms are called. */
export const valueWords = (field: MergeField, values: MergeValues, ids: IdWords): string => wordsFor(field, values, ids)

const wordsFor = <F extends MergeField>(field: F, values: Pick<MergeValues, F>, ids: IdWords): string => shown[field](values[field], ids)
