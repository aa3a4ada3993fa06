import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '#api/migrations/migrate.ts'
import { progressOf } from '#api/progress.ts'
import { anchorsRatedBy } from '#api/repository/anchors.ts'
import { findByEmail } from '#api/repository/accounts.ts'
import type { Database } from '#api/repository/database.ts'
import { findPerson } from '#api/repository/people.ts'
import { findingsOf } from '#api/repository/verification-findings.ts'
import { findRequest, requestsFor, requestsOf } from '#api/repository/verification-requests.ts'
import { content as shipped } from '#content/content.ts'
import { after } from '#domain/calendar.ts'
import { regions } from '#domain/region.ts'
import { answerable } from '#domain/verification.ts'
import { homes } from '#testing/databases.ts'
import { someDossiers } from '#testing/dossier.ts'
import { aFramework } from '#testing/framework.ts'
import { aModule, aPath } from '#testing/module.ts'
import { ordinaryWeek } from './ordinary-week.ts'
import { loadWorld } from './worlds.ts'

const now = new Date('2026-11-23T09:00:00.000Z')
let db: Kysely<Database>

/** A module with as many lessons as one of the product's own. */
function aLongModule() {
  const compiled = aModule()
  const lessons = ['third', 'fourth', 'fifth'].map((id) => ({ ...compiled.lessons[0]!, id, title: `Lesson ${id}` }))
  compiled.lessons.push(...lessons)
  compiled.module.lessons.push(...lessons.map(({ id, title, summary, minutes, contentNote }) => ({ id, title, summary, minutes, contentNote })))
  return compiled
}
const content = { modules: [aLongModule()], paths: [aPath()], regimes: [], sources: [], frameworks: [aFramework()], dossiers: someDossiers() }

beforeEach(async () => {
  db = await homes[0]!.open()
  await migrate(db)
})
afterEach(() => db.destroy())

async function called(name: string) {
  const { id } = await db.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()
  const person = (await findPerson(db, id))!
  return { person, progress: (await progressOf(db, content, id, now))[0]! }
}

test('has its members, its learners and its staff', async () => {
  await loadWorld(db, ordinaryWeek, now, content)
  const people = await db.selectFrom('person').selectAll().where('standing', 'is not', null).execute()
  const learners = people.filter(({ standing }) => standing === 'enquirer' || standing === 'applicant')
  const members = people.filter((person) => !learners.includes(person))
  expect([members.length, learners.length]).toEqual([121, 62])
  expect(new Set(members.map(({ region }) => region))).toEqual(new Set(regions))
  const membersIn = (region: string) => members.filter((person) => person.region === region).length
  expect(Math.min(...regions.map(membersIn))).toBe(membersIn('north-east'))
  expect(new Set(members.map(({ roles }) => roles))).toEqual(new Set(['author', 'chair', 'author,chair', 'adviser']))
  const roles = Map.groupBy(await db.selectFrom('account_role').selectAll().execute(), ({ role }) => role)
  expect(Object.fromEntries([...roles].map(([role, rows]) => [role, rows.length]))).toEqual({
    learner: 183 - 15,
    assessor: 6,
    coordinator: 4,
    administrator: 2,
  })
  expect(people.every(({ email }) => /^[a-z0-9.]+@example\.org$/.test(email ?? ''))).toBe(true)
})

test('has the people that tests lean on', async () => {
  await loadWorld(db, ordinaryWeek, now, content)
  const amara = await called('Amara Okafor')
  expect(amara.person).toMatchObject({ email: 'amara.okafor@example.org', standing: 'enquirer', region: null, roles: [], training: 'not-started' })
  expect(amara.progress.enrolment).toBeNull()
  const tomasz = await called('Tomasz Brzezinski-Hale')
  expect(tomasz.person.training).toBe('in-progress')
  expect(tomasz.progress.enrolment).toMatchObject({ lessonsRead: ['first', 'second'], place: { lesson: 'third', block: 'b1' } })
  const farzana = await called('Farzana Chowdhury-Lisle')
  expect(farzana.person.training).toBe('completed')
  expect(farzana.progress.nextTry).toMatchObject({ kind: 'passed' })
  const gethin = await called('Gethin Abara-Moss')
  expect(gethin.progress.attempts.map(({ passed }) => passed)).toEqual([false, false, false])
  expect(gethin.progress.nextTry).toMatchObject({ kind: 'wait' })
  expect((await called('Bryn Pritchard')).person).toMatchObject({ standing: 'active', region: 'north-east', roles: ['author'] })
})

test('over the modules that ship, people stand all along the path, each begun after the one before was passed, and the personas where their titles say', async () => {
  await loadWorld(db, ordinaryWeek, now, shipped)
  const states = Object.groupBy(
    await db.selectFrom('person').select(['training']).where('standing', 'is not', null).execute(),
    ({ training }) => training,
  )
  for (const state of ['not-started', 'in-progress', 'completed']) expect(states[state]?.length, state).toBeGreaterThan(25)
  const [enrolments, attempts] = [await db.selectFrom('enrolment').selectAll().execute(), await db.selectFrom('attempt').selectAll().execute()]
  const underWay = enrolments.filter(({ id }) => !attempts.some((attempt) => attempt.enrolment_id === id && attempt.passed === 1))
  expect(new Set(underWay.map((row) => row.module_id)).size).toBeGreaterThanOrEqual(5)
  for (const { person_id, module_id, started_at } of enrolments) {
    const earlier = enrolments.filter((row) => row.person_id === person_id && row.module_id < module_id)
    for (const { id } of earlier)
      expect(attempts.some((attempt) => attempt.enrolment_id === id && attempt.passed === 1 && (attempt.submitted_at ?? '') < started_at)).toBe(true)
  }
  expect((await called('Farzana Chowdhury-Lisle')).person.training).toBe('in-progress')
  expect((await called('Bryn Pritchard')).person.training).toBe('completed')
  const advisers = await db.selectFrom('person').select('id').where('roles', '=', 'adviser').where('training', '=', 'completed').execute()
  expect(advisers.length).toBeGreaterThan(0)
  const ofAdvisers = enrolments.filter((row) => advisers.some(({ id }) => id === row.person_id))
  expect(new Set(ofAdvisers.map((row) => row.module_id))).toEqual(new Set(['m1', 'm2', 'm3', 'm4']))
})

test('has chairs who lead, and none of them in the North East', async () => {
  await loadWorld(db, ordinaryWeek, now, content)
  const leading = await db
    .selectFrom('person_skill')
    .innerJoin('person', 'person.id', 'person_skill.person_id')
    .innerJoin('person_role', 'person_role.person_id', 'person_skill.person_id')
    .select(['region', 'standing', 'level'])
    .where('skill', '=', '3.3')
    .where('role', '=', 'chair')
    .execute()
  const able = leading.filter(({ level }) => level >= 3)
  expect(able.length).toBeGreaterThan(10)
  expect(new Set(able.map(({ region }) => region)).size).toBeGreaterThan(5)
  expect(able.filter(({ region }) => region === 'north-east')).toEqual([])
  expect(able.filter(({ standing }) => standing === 'enquirer' || standing === 'applicant')).toEqual([])
})

test('moves with the day it is loaded on, and nothing but its dates changes', async () => {
  const later = await homes[0]!.open()
  await migrate(later)
  await loadWorld(db, ordinaryWeek, now, content)
  await loadWorld(later, ordinaryWeek, after(now, { days: 400, hours: 5 }), content)
  const people = (from: Kysely<Database>) =>
    from.selectFrom('person').select(['name', 'region', 'roles', 'standing', 'training', 'phone']).orderBy('name_key').execute()
  expect(await people(later)).toEqual(await people(db))
  const newest = await later.selectFrom('person').select('joined_on').orderBy('joined_on', 'desc').executeTakeFirstOrThrow()
  expect(newest.joined_on.startsWith('2027-12')).toBe(true)
  await later.destroy()
})

test('gives the personas alone the passphrase of the demonstration', async () => {
  await loadWorld(db, ordinaryWeek, now, content, { passphrase: 'a hash', totpSecret: 'ANOTHERSECRET234' })
  const given = await db.selectFrom('account').select('email_key').where('passphrase', '=', 'a hash').execute()
  const personas = Object.values(ordinaryWeek.personas).flatMap((persona) => persona?.email ?? [])
  expect(given.map(({ email_key }) => email_key).toSorted()).toEqual(personas.toSorted())
  expect((await findByEmail(db, ordinaryWeek.personas['coordinator']!.email))?.totp_secret).toBe('ANOTHERSECRET234')
})

test('has an assessor who is five dossiers in, two who have rated all eight, and a new one', async () => {
  await loadWorld(db, ordinaryWeek, now, content)
  const rated = async (email: string) => {
    const account = await findByEmail(db, email)
    return anchorsRatedBy(db, account?.person_id ?? '')
  }
  expect(await rated(ordinaryWeek.personas['assessor']!.email)).toBe(5)
  expect(await rated(ordinaryWeek.personas['assessor-new']!.email)).toBe(0)
  expect(await rated('leopold.ashcombe@example.org')).toBe(8)
  expect(await rated('nasreen.penhaligon@example.org')).toBe(8)
  const ratings = await db.selectFrom('anchor_rating').select(['level', 'reason']).execute()
  expect(ratings).toHaveLength(3 * 21)
  expect(ratings.every(({ level, reason }) => level >= 0 && level <= 4 && reason !== '')).toBe(true)
})

test('has a request for verification in every state, one decided with a lower level to answer, and a queue with due days', async () => {
  await loadWorld(db, ordinaryWeek, now, content)
  const states = await db.selectFrom('verification_request').select('state').execute()
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['requested', 'offered', 'in-review', 'decided', 'lapsed', 'withdrawn']))
  const { person } = await called('Farzana Chowdhury-Lisle')
  const [own] = await requestsOf(db, person.id)
  expect(answerable(own!.progress, await findingsOf(db, own!.id))).toEqual(['3.3'])
  const busy = await called('Leopold Ashcombe')
  const queue = await requestsFor(db, busy.person.id)
  expect(queue.map(({ progress, dueOn }) => [progress.state, dueOn !== null && dueOn < '2026-11-23'])).toEqual([
    ['in-review', true],
    ['in-review', false],
    ['offered', false],
  ])
})

test('every stored request says what its events say when they are replayed', async () => {
  await loadWorld(db, ordinaryWeek, now, content)
  for (const row of await db.selectFrom('verification_request').selectAll().execute()) {
    const { progress } = (await findRequest(db, row.id))!
    expect([row.state, row.round, row.assessor_id, row.decided_at]).toEqual([progress.state, progress.round, progress.assessorId, progress.decidedAt])
  }
})
