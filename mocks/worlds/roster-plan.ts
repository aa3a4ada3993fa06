import type { PoolRole, Standing } from '#domain/person.ts'
import { type Region, regions } from '#domain/region.ts'
import type { Chance } from './chance.ts'
import type { PlannedPerson, Step } from './pool-person.ts'
import type { Course, Stage } from './training-history.ts'

/** How long ago the pool moved to this product. */
export const openedDaysAgo = 350

/** Members by region: uneven, as they are, and thin in the North East. */
export const members: Record<Region, Partial<Record<Standing, number>>> = {
  'north-east': { active: 1, 'in-training': 1, 'refresher-due': 1, paused: 1 },
  'north-west': { active: 8, supervised: 1, paused: 1, 'refresher-due': 2, 'in-training': 3, 'in-checks': 2, expired: 1 },
  'yorkshire-and-the-humber': { active: 6, supervised: 1, 'refresher-due': 1, 'in-training': 2, 'in-checks': 1, suspended: 1, expired: 1 },
  'east-midlands': { active: 4, supervised: 1, 'refresher-due': 1, 'in-training': 1, 'in-checks': 1 },
  'west-midlands': { active: 7, supervised: 1, paused: 1, 'refresher-due': 1, 'in-training': 2, 'in-checks': 1, expired: 1, retired: 1 },
  'east-of-england': { active: 5, supervised: 1, 'refresher-due': 1, 'in-training': 2, 'in-checks': 1, expired: 1 },
  london: { active: 10, supervised: 2, paused: 2, 'refresher-due': 2, 'in-training': 3, 'in-checks': 2, expired: 1, retired: 1 },
  'south-east': { active: 8, supervised: 1, paused: 1, 'refresher-due': 2, 'in-training': 2, 'in-checks': 2, suspended: 1, expired: 1 },
  'south-west': { active: 5, supervised: 1, 'refresher-due': 1, 'in-training': 1, 'in-checks': 1, retired: 1 },
}

const roleSets: readonly { share: number; roles: readonly PoolRole[] }[] = [
  { share: 38, roles: ['author'] },
  { share: 28, roles: ['chair'] },
  { share: 22, roles: ['author', 'chair'] },
  { share: 12, roles: ['adviser'] },
]
export const drawRoles = (chance: Chance): readonly PoolRole[] => chance.pickByShare(roleSets).roles

/** The way from a first enquiry, and how many days ago somebody who now stands there may have begun it. */
const newcomers: readonly Standing[] = ['enquirer', 'applicant', 'in-checks', 'in-training', 'supervised', 'active']
const begun: Partial<Record<Standing, readonly [number, number]>> = {
  enquirer: [3, 200],
  applicant: [15, 200],
  'in-checks': [40, 220],
  'in-training': [70, 260],
  supervised: [160, 320],
  active: [220, 340],
}

const nothing: Course = { passed: 0, next: 'none' }
const first = (next: Stage): Course => ({ passed: 0, next })
const after = (passed: number, next: Stage = 'none'): Course => ({ passed, next })

/** How people at each point are spread over the common core: newcomers in its first modules, members at its end, a few stuck anywhere between. */
const courses: Record<'enquirer' | 'applicant' | 'in-checks' | 'in-training' | 'done' | 'active' | 'lapsed', { share: number; course: Course }[]> = {
  enquirer: shares(
    [45, nothing],
    [30, first('some')],
    [6, first('read')],
    [4, first('failed')],
    [3, first('open')],
    [8, after(1, 'some')],
    [4, after(1)],
  ),
  applicant: shares(
    [22, nothing],
    [20, first('some')],
    [8, first('read')],
    [5, first('failed')],
    [3, first('open')],
    [18, after(1, 'some')],
    [10, after(2, 'some')],
    [6, after(2, 'failed')],
    [5, after(3)],
    [3, 'core'],
  ),
  'in-checks': shares([16, nothing], [18, first('some')], [20, after(1, 'some')], [18, after(2, 'read')], [14, after(3, 'some')], [14, after(4)]),
  'in-training': shares(
    [4, nothing],
    [10, first('some')],
    [14, after(1, 'some')],
    [8, after(1, 'failed')],
    [18, after(2, 'some')],
    [6, after(2, 'open')],
    [16, after(3, 'some')],
    [8, after(4, 'read')],
    [10, after(5, 'some')],
    [6, 'core'],
  ),
  done: shares([1, 'core']),
  active: shares([70, 'core'], [8, after(4, 'some')], [8, after(1, 'some')], [14, nothing]),
  lapsed: shares([35, 'core'], [15, after(3, 'some')], [10, first('some')], [40, nothing]),
}

function shares(...of: [number, Course][]): { share: number; course: Course }[] {
  return of.map(([share, course]) => ({ share, course }))
}

/** Days shared out from `from` to the last ones, a step in each part, the first at `from` itself. */
function spread(chance: Chance, standings: readonly Standing[], from: number): Step[] {
  const part = (from - 2) / standings.length
  return standings.map((standing, index) => ({
    standing,
    daysAgo: index === 0 ? from : Math.floor(from - index * part - chance.whole(0, Math.floor(part / 2))),
  }))
}

/** Somebody who came by themselves since the pool opened. */
export function planNewcomer(chance: Chance, name: string, region: Region | null, standing: Standing): PlannedPerson {
  const [least, most] = begun[standing] ?? [3, 200]
  const path = spread(chance, newcomers.slice(0, newcomers.indexOf(standing) + 1), chance.whole(least, most))
  const from = path.find((step) => step.standing === 'in-training') ?? path[0]
  const until = path.find((step) => step.standing === 'supervised')
  const kind = standing === 'supervised' || standing === 'active' ? 'done' : (standing as 'enquirer')
  return {
    name,
    region,
    roles: region === null && chance.happens(60) ? [] : drawRoles(chance),
    path,
    carriedFromDaysAgo: null,
    accountDaysAgo: path[0]?.daysAgo ?? most,
    course: chance.pickByShare(courses[kind]).course,
    trained: { fromDaysAgo: (from?.daysAgo ?? 2) - 1, toDaysAgo: (until?.daysAgo ?? 0) + 1 },
  }
}

/** Somebody carried over from the list that was kept before; those without an account have learnt nothing here. */
export function planCarried(chance: Chance, name: string, region: Region, standing: Standing, hasAccount: boolean): PlannedPerson {
  const before: readonly Standing[] = standing === 'active' ? [] : standing === 'expired' ? ['active', 'refresher-due'] : ['active']
  const path = spread(chance, [...before, standing], openedDaysAgo)
  const accountDaysAgo = hasAccount ? chance.whole(280, openedDaysAgo - 3) : null
  const course = chance.pickByShare(courses[standing === 'active' ? 'active' : 'lapsed']).course
  return {
    name,
    region,
    roles: drawRoles(chance),
    path,
    carriedFromDaysAgo: chance.whole(openedDaysAgo + 30, 2200),
    accountDaysAgo,
    course: hasAccount ? course : nothing,
    trained: { fromDaysAgo: (accountDaysAgo ?? openedDaysAgo) - 1, toDaysAgo: before.length > 0 ? (path.at(-1)?.daysAgo ?? 20) + 1 : 20 },
  }
}

const seekers = { 'south-east': 16, london: 16, 'north-west': 13, 'west-midlands': 11, 'east-of-england': 9, 'south-west': 9 } as const
const regionShares = regions.map((region) => ({ region: region as Region | null, share: (seekers as Partial<Record<Region, number>>)[region] ?? 6 }))

/** Where somebody new says they live, when they have said so. */
export const drawRegion = (chance: Chance): Region | null => chance.pickByShare([...regionShares, { region: null, share: 13 }]).region
