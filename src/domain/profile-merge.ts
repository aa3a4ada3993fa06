import type { Profile } from './person.ts'

const details = ['name', 'phone', 'region', 'roles'] as const satisfies readonly (keyof Profile)[]
type Detail = (typeof details)[number]

const asText = (value: Profile[Detail]) => String(Array.isArray(value) ? value.toSorted() : (value ?? ''))

/** The details that say something else than they did. */
export const changedDetails = (before: Profile, now: Profile): Detail[] => details.filter((key) => asText(before[key]) !== asText(now[key]))

/** What somebody typed, over what somebody else saved meanwhile: a detail that they left alone as it was opened keeps the saved value. */
export function mergedProfile(opened: Profile, typed: Profile, saved: Profile): Profile {
  const mine = changedDetails(opened, typed)
  const pick = <Key extends Detail>(key: Key): Profile[Key] => (mine.includes(key) ? typed[key] : saved[key])
  return { name: pick('name'), phone: pick('phone'), region: pick('region'), roles: pick('roles') }
}

/** Whether what was typed and what was saved meanwhile are about the same detail, so that somebody has to choose. */
export const clashes = (opened: Profile, typed: Profile, saved: Profile): boolean => {
  const theirs = changedDetails(opened, saved)
  return changedDetails(opened, typed).some((key) => theirs.includes(key) && asText(typed[key]) !== asText(saved[key]))
}
