import { rebuildBars } from '#api/repository/bars.ts'
import { recount } from '#api/repository/tally.ts'
import { content as shipped } from '#content/content.ts'
import type { Standing } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import { layAffiliations } from './affiliation-history.ts'
import type { Chance } from './chance.ts'
import { startDraft } from './draft.ts'
import { layMembers } from './member-history.ts'
import { drawNames, emailFor } from './naming.ts'
import { layEvidence, layExperience, type PlannedEvidence, type PlannedReport, firstSteps, twoReports, wholeSet } from './evidence-history.ts'
import { layRatings, type PlannedRating } from './rating-history.ts'
import { layCalibration, layStaffOf, newAssessor, staff } from './ordinary-staff.ts'
import { layChecks } from './pool-check-history.ts'
import { layMessages } from './message-history.ts'
import { layPoolPerson, type PlannedPerson } from './pool-person.ts'
import { drawRegion, members, planCarried, planNewcomer } from './roster-plan.ts'
import { writeRows } from './rows.ts'
import { laySkills } from './skill-history.ts'
import { layVerification } from './verification-history.ts'
import type { Persona, World } from './world.ts'

const seed = 20_261_123
const enquirers = 32
const applicants = 23
const withoutAccount = 15

/** The people that tests and demonstrations lean on, whatever else is drawn. */
const learner = 'Amara Okafor'
const halfWay = 'Tomasz Brzezinski-Hale'
const passed = 'Farzana Chowdhury-Lisle'
const waiting = 'Gethin Abara-Moss'
const failed = 'Ines Valdivia-Croft'
const author = 'Bryn Pritchard'
const certified = 'Ottilie Brackenridge'
const earlier = 'Ruaridh Castellane'

/** Assessors who rated every anchor dossier and take requests. */
const [busyAssessor, restedAssessor] = ['Leopold Ashcombe', 'Nasreen Penhaligon'] as const

const persona = (name: string, title: string): Persona => ({ email: emailFor(name), title: `${name}, ${title}` })

const personas: World['personas'] = {
  visitor: null,
  learner: persona(learner, 'a learner who has just signed up'),
  'learner-half-way': persona(halfWay, 'a learner in the middle of the first module'),
  'learner-passed': persona(passed, 'a learner who passed the first module'),
  'learner-waiting': persona(waiting, 'a learner who failed the check three times'),
  'learner-failed-once': persona(failed, 'a learner who failed the check and may try again'),
  'learner-certified': persona(certified, 'a learner with the certificate of the common core'),
  'learner-earlier-version': persona(earlier, 'a learner half-way through a module that has a newer version'),
  'learner-member': persona(author, 'a member of the pool, an author'),
  coordinator: persona(staff.coordinator, 'coordinator for every region'),
  'coordinator-north-east': persona(staff.northEast, 'coordinator for the North East'),
  assessor: persona(staff.assessor, 'an assessor'),
  'assessor-queue': persona(busyAssessor, 'an assessor with a queue of requests'),
  'assessor-rested': persona(restedAssessor, 'an assessor with nothing waiting'),
  'assessor-new': persona(newAssessor, 'an assessor who has just begun'),
  administrator: persona(staff.administrator, 'an administrator'),
}

export const ordinaryWeek: World = {
  name: 'ordinary-week',
  title: 'An ordinary week',
  about: 'A pool of some 120 members in nine regions and 60 people who want to join, on a Monday when nothing special happens.',
  regime: 'SCR-2010',
  date: '2026-11-23',
  personas,
  faults: [],
  async build(tx, now, content, secrets) {
    const draft = startDraft(now, seed, content, personas, secrets)
    const people = planPeople(draft.chance)
    const movers = layStaffOf(draft)
    for (const person of people) layPoolPerson(draft, person, movers)
    for (const [name, ratings] of Object.entries(rated)) {
      const personId = draft.rows.person.find((person) => person.name === name)?.id
      for (const planned of ratings) if (typeof personId === 'string') layRatings(draft, personId, planned)
    }
    layCalibration(draft, movers.assessors)
    const framework = content.frameworks.at(-1)
    if (framework) laySkills(draft, seed, framework)
    for (const [name, { evidence, reports = [] }] of Object.entries(gathered)) {
      const personId = draft.rows.person.find((person) => person.name === name)?.id
      if (typeof personId !== 'string') continue
      for (const planned of evidence) layEvidence(draft, personId, planned)
      for (const report of reports) layExperience(draft, personId, report)
    }
    layVerification(draft, {
      busy: movers.assessors.get(busyAssessor) ?? '',
      rested: movers.assessors.get(restedAssessor) ?? '',
      named: movers.assessors.get(staff.assessor) ?? '',
      coordinator: movers.coordinator,
      learner: draft.rows.person.find((person) => person.name === passed)?.id as string, // a world lays plain values, never expressions
    })
    // Laid last, so that nothing else in the world depends on them.
    layPoolPerson(draft, planCertified(draft.chance), movers)
    layPoolPerson(draft, planEarlier(draft.chance), movers)
    layAffiliations(draft, seed + 21, shipped.organisations)
    layMembers(draft, seed, movers.coordinator, draft.rows.person.find((person) => person.name === author)?.id as string)
    layChecks(draft, movers, author)
    await writeRows(tx, draft.rows)
    await recount(tx)
    await layMessages(tx, draft, movers.coordinator)
    if (framework) await rebuildBars(tx, framework)
  },
}

/** Who rated their skills: one twice, with a change in between, and one who stopped in the middle. */
const rated: Record<string, readonly PlannedRating[]> = {
  [passed]: [
    { roles: ['author'], daysAgo: 12, says: (skill, needs) => (skill.startsWith('5') ? 1 : Math.max(1, needs - 1)) },
    { roles: ['author', 'chair'], daysAgo: 3, says: (skill, needs) => (skill.startsWith('3') ? needs - 1 : skill === '7.2' ? 0 : needs) },
  ],
  [halfWay]: [{ roles: ['author'], daysAgo: 2, says: (_skill, needs) => needs - 1, stopsAfter: 7 }],
}

/** Who gathered evidence, and the reports that one of them brings with her. */
const gathered: Record<string, { evidence: readonly PlannedEvidence[]; reports?: readonly PlannedReport[] }> = {
  [passed]: { evidence: wholeSet, reports: twoReports },
  [halfWay]: { evidence: firstSteps },
}

/** Everyone on the roster. Planned before anything is written, so that nobody's name or region depends on the content or the day. */
function planPeople(chance: Chance): PlannedPerson[] {
  const places = Object.entries(members).flatMap(([region, standings]) =>
    Object.entries(standings).flatMap(([standing, many]) =>
      Array.from({ length: many }, () => ({ region: region as Region, standing: standing as Standing })),
    ),
  )
  const fixed = fixedPeople(chance)
  const taken = [...fixed.map(({ name }) => name), ...Object.values(staff).flat()]
  const names = drawNames(chance, places.length + enquirers + applicants, taken)
  const next = () => names.pop() ?? ''
  const isCarried = (standing: Standing) => !['in-checks', 'in-training', 'supervised'].includes(standing)
  const [carried, came] = [places.filter(({ standing }) => isCarried(standing)), places.filter(({ standing }) => !isCarried(standing))]
  return [
    ...fixed,
    ...chance.shuffle(carried).map(({ region, standing }, index) => {
      const hasAccount = index >= withoutAccount
      const cameSince = standing === 'active' && hasAccount && chance.happens(20)
      return cameSince ? planNewcomer(chance, next(), region, standing) : planCarried(chance, next(), region, standing, hasAccount)
    }),
    ...came.map(({ region, standing }) => planNewcomer(chance, next(), region, standing)),
    ...Array.from({ length: enquirers }, () => planNewcomer(chance, next(), drawRegion(chance), 'enquirer')),
    ...Array.from({ length: applicants }, () => planNewcomer(chance, next(), drawRegion(chance), 'applicant')),
  ]
}

function fixedPeople(chance: Chance): PlannedPerson[] {
  const enquirer = (daysAgo: number) => ({ path: [{ standing: 'enquirer' as const, daysAgo }], accountDaysAgo: daysAgo })
  return [
    { ...planNewcomer(chance, learner, null, 'enquirer'), ...enquirer(2), roles: [], course: { passed: 0, next: 'none' } },
    {
      ...planNewcomer(chance, halfWay, 'yorkshire-and-the-humber', 'enquirer'),
      ...enquirer(9),
      roles: ['author'],
      course: { passed: 0, next: 'half-way' },
      trained: { fromDaysAgo: 7, toDaysAgo: 1 },
    },
    { ...planNewcomer(chance, passed, 'west-midlands', 'applicant'), roles: ['author', 'chair'], course: { passed: 1, next: 'none' } },
    {
      ...planNewcomer(chance, waiting, 'south-west', 'enquirer'),
      ...enquirer(16),
      roles: ['chair'],
      course: { passed: 0, next: 'waiting' },
      trained: { fromDaysAgo: 14, toDaysAgo: 1 },
    },
    {
      ...planNewcomer(chance, failed, 'north-west', 'enquirer'),
      ...enquirer(12),
      roles: ['author'],
      course: { passed: 0, next: 'failed' },
      trained: { fromDaysAgo: 10, toDaysAgo: 2 },
    },
    { ...planCarried(chance, author, 'north-east', 'active', true), roles: ['author'], course: 'core' },
  ]
}

/** Somebody who has passed every module; the certificate itself is issued by the product. */
const planCertified = (chance: Chance): PlannedPerson => ({
  ...planNewcomer(chance, certified, 'east-midlands', 'enquirer'),
  path: [{ standing: 'enquirer', daysAgo: 70 }],
  accountDaysAgo: 70,
  roles: ['author', 'chair'],
  course: 'core',
  trained: { fromDaysAgo: 66, toDaysAgo: 4 },
})

/** Somebody with experience who tested out of the first module and is in the middle of the last module, in the version before the newest. */
const planEarlier = (chance: Chance): PlannedPerson => ({
  ...planNewcomer(chance, earlier, 'north-east', 'enquirer'),
  path: [{ standing: 'enquirer', daysAgo: 50 }],
  accountDaysAgo: 50,
  roles: ['author'],
  course: { passed: 5, next: 'half-way', onVersion: 1, testedOut: 1 },
  trained: { fromDaysAgo: 48, toDaysAgo: 3 },
})
