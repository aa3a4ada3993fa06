import type { PoolRole, Standing } from '#domain/person.ts'
import { type Region, regions } from '#domain/region.ts'
import type { Chance } from './chance.ts'
import type { PlannedPerson, Step } from './pool-person.ts'
import type { Course } from './training-history.ts'

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

const courses: Record<'enquirer' | 'applicant' | 'in-checks' | 'in-training' | 'done' | 'active' | 'lapsed', { share: number; course: Course }[]> = {
  enquirer: shares({ none: 45, some: 36, read: 8, failed: 5, open: 3, passed: 3 }),
  applicant: shares({ none: 22, some: 36, read: 12, failed: 5, open: 3, passed: 22 }),
  'in-checks': shares({ none: 20, some: 30, passed: 50 }),
  'in-training': shares({ none: 8, some: 54, read: 12, failed: 10, open: 4, passed: 12 }),
  done: shares({ passed: 1 }),
  active: shares({ passed: 70, some: 16, none: 14 }),
  lapsed: shares({ passed: 35, some: 25, none: 40 }),
}

function shares(of: Partial<Record<Course, number>>): { share: number; course: Course }[] {
  return (Object.entries(of) as [Course, number][]).map(([course, share]) => ({ course, share }))
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
    course: hasAccount ? course : 'none',
    trained: { fromDaysAgo: (accountDaysAgo ?? openedDaysAgo) - 1, toDaysAgo: before.length > 0 ? (path.at(-1)?.daysAgo ?? 20) + 1 : 20 },
  }
}

const seekers = { 'south-east': 16, london: 16, 'north-west': 13, 'west-midlands': 11, 'east-of-england': 9, 'south-west': 9 } as const
const regionShares = regions.map((region) => ({ region: region as Region | null, share: (seekers as Partial<Record<Region, number>>)[region] ?? 6 }))

/** Where somebody new says they live, when they have said so. */
export const drawRegion = (chance: Chance): Region | null => chance.pickByShare([...regionShares, { region: null, share: 13 }]).region
