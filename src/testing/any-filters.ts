import fc from 'fast-check'
import type { RosterFilters } from '#domain/person.ts'
import { bodies } from './any-member.ts'

// What the roster may be asked, at random: of people as `anybody` draws them, on the day that the tests' clock stands at.

/** Set `some` times in ten. */
const maybe = <T>(some: number, value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: some, arbitrary: value }, { weight: 10 - some, arbitrary: fc.constant(undefined) })
const days = fc.constantFrom('2026-11-23', '2027-01-10', '2027-03-31', '2027-06-30', '2028-05-01')

const asked = fc.record({
  name: maybe(1, fc.constantFrom('amara', 'pole', 'bryn pritch', 'nobody')),
  who: maybe(2, fc.constant('members' as const)),
  role: maybe(2, fc.constantFrom('chair' as const, 'author' as const, 'adviser' as const)),
  region: maybe(1, fc.constantFrom('london' as const, 'north-east' as const, 'east-midlands' as const)),
  travels: maybe(2, fc.constant('yes' as const)),
  standing: maybe(1, fc.constantFrom('active' as const, 'supervised' as const, 'applicant' as const, 'in-checks' as const)),
  training: maybe(1, fc.constantFrom('not-started' as const, 'in-progress' as const, 'completed' as const, 'expired' as const)),
  meets: maybe(1, fc.constantFrom('chair' as const, 'author' as const)),
  coreAt: maybe(1, fc.constantFrom('chair-2' as const, 'chair-3' as const, 'author-4' as const)),
  skill: maybe(1, fc.constantFrom('1.1', '3.3', '7.1')),
  specialism: maybe(1, fc.constantFrom('neglect', 'courts family', 'nothing')),
  level: maybe(2, fc.constantFrom('1' as const, '3' as const, '4' as const)),
  ties: maybe(
    1,
    fc.subarray([...bodies], { minLength: 1 }).map((some) => some.join(',')),
  ),
  tied: maybe(1, fc.constantFrom('none' as const, 'not-known' as const, 'tie' as const, 'any' as const)),
  ready: maybe(1, days),
  readiness: maybe(1, fc.constantFrom('ready' as const, 'not-ready' as const, 'any' as const)),
  window: maybe(1, fc.tuple(days, days)),
  days: maybe(1, fc.constantFrom('1', '4', '9')),
  free: maybe(1, fc.constantFrom('free' as const, 'not-free' as const, 'any' as const)),
  left: maybe(1, fc.constantFrom('1' as const, '2' as const, 'none' as const, 'not-said' as const)),
  load: maybe(1, fc.constantFrom('0' as const, '1' as const, '3' as const)),
  due: maybe(1, fc.constantFrom('0' as const, '60' as const, '180' as const)),
})

/** Few filters are set at once, or nobody would ever be found. */
export const someFilters: fc.Arbitrary<RosterFilters> = asked.map(({ window, ...filters }) => {
  const [one = '', other = ''] = window ?? []
  const between = window ? { freeFrom: one < other ? one : other, freeTo: one < other ? other : one } : {}
  const set = Object.entries({ ...filters, ...between }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(set)
})
