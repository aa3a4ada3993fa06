import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '#api/migrations/migrate.ts'
import { asSummary } from '#api/repository/attempts.ts'
import { findByEmail, rolesOf, stateOf } from '#api/repository/accounts.ts'
import type { Database } from '#api/repository/database.ts'
import { recount } from '#api/repository/tally.ts'
import type { Role } from '#domain/account.ts'
import { dayOf } from '#domain/calendar.ts'
import { mark } from '#domain/check.ts'
import { needsOf } from '#domain/framework.ts'
import type { PoolRole, Standing } from '#domain/person.ts'
import { standingMoves } from '#domain/standing.ts'
import { coreFor, trainingState } from '#domain/training-path.ts'
import { nextTry } from '#domain/training.ts'
import { homes } from '#testing/databases.ts'
import { someDossiers } from '#testing/dossier.ts'
import { aFramework } from '#testing/framework.ts'
import { aModule, aPath } from '#testing/module.ts'
import { loadWorld, worlds } from './worlds.ts'
import { demoTotpSecret } from './world.ts'

const now = new Date('2026-11-23T09:00:00.000Z')
const newest = aModule(2)
const paths = [aPath(['m1', 'm2', 'm3'], ['m3'])]
const content = {
  modules: [aModule(1), newest, aModule(2, 'm2'), aModule(2, 'm3')],
  paths,
  regimes: [],
  sources: [],
  frameworks: [aFramework()],
  dossiers: someDossiers(),
}
const tables = [
  'person',
  'person_role',
  'person_standing',
  'membership_ask',
  'member',
  'member_region',
  'member_specialism',
  'capacity_month',
  'availability',
  'commitment',
  'person_tally',
  'account',
  'account_role',
  'enrolment',
  'lesson_read',
  'attempt',
  'attempt_item',
  'anchor_sheet',
  'anchor_finding',
  'anchor_rating',
  'verified_level',
  'person_skill',
  'person_bar',
  'rating',
  'evidence',
  'evidence_skill',
  'evidence_version',
  'experience',
  'affiliation',
  'affiliation_declaration',
  'verification_request',
  'verification_skill',
  'verification_evidence',
  'verification_experience',
  'verification_finding',
  'verification_event',
  'pool_check',
  'audit_event',
] as const

async function everything(db: Kysely<Database>) {
  const entries = await Promise.all(tables.map(async (table) => [table, await db.selectFrom(table).selectAll().execute()] as const))
  return Object.fromEntries(entries.map(([table, rows]) => [table, rows.map((row) => JSON.stringify(row)).toSorted()]))
}

describe.each(homes)('over $name', ({ open }) => {
  describe.each(Object.values(worlds))('the world $name', (world) => {
    let db: Kysely<Database>
    beforeAll(async () => {
      db = await open()
      await migrate(db)
      await loadWorld(db, world, now, content)
    })
    afterAll(() => db.destroy())

    test('is set on a day and has somebody to be', () => {
      expect(world.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(world.personas).toMatchObject({
        visitor: null,
        learner: { email: 'amara.okafor@example.org' },
        coordinator: {},
        administrator: {},
      })
    })

    test('every persona has a confirmed account of the role it is named for, and staff a second factor', async () => {
      for (const [key, persona] of Object.entries(world.personas)) {
        if (!persona) continue
        const account = (await findByEmail(db, persona.email))!
        expect(stateOf(account)).toBe('active')
        const [held] = (await rolesOf(db, [account.id])).get(account.id)!
        expect(held!.role).toBe(key.split('-')[0] as Role)
        expect(held!.region).toBe(key === 'coordinator-north-east' ? 'north-east' : null)
        expect(account.totp_secret).toBe(held!.role === 'learner' ? null : demoTotpSecret)
        expect(account.totp_confirmed_at === null).toBe(held!.role === 'learner')
        expect(account.passphrase).toBeNull()
      }
    })

    test('the tally equals a fresh count', async () => {
      const kept = await db
        .selectFrom('person_tally')
        .selectAll()
        .orderBy('region')
        .orderBy('standing')
        .orderBy('training')
        .orderBy('roles')
        .execute()
      await db.transaction().execute(recount)
      const counted = await db
        .selectFrom('person_tally')
        .selectAll()
        .orderBy('region')
        .orderBy('standing')
        .orderBy('training')
        .orderBy('roles')
        .execute()
      expect(kept).toEqual(counted)
      const people = await db.selectFrom('person').select('id').where('standing', 'is not', null).execute()
      expect(kept.reduce((sum, row) => sum + row.people, 0)).toBe(people.length)
    })

    test("each person's training state equals what the attempts say", async () => {
      const people = await db.selectFrom('person').select(['id', 'training', 'roles']).execute()
      const [enrolments, attempts] = [await db.selectFrom('enrolment').selectAll().execute(), await db.selectFrom('attempt').selectAll().execute()]
      for (const { id, training, roles } of people) {
        const begun = enrolments.filter((row) => row.person_id === id).map((row) => row.module_id)
        const passed = attempts.filter((row) => row.person_id === id && row.passed === 1).map((row) => row.module_id)
        expect(training).toBe(trainingState(coreFor(paths, (roles ? roles.split(',') : []) as PoolRole[]), new Set(begun), new Set(passed)))
      }
    })

    test('each attempt is marked as its answers deserve, after every lesson unless it is a diagnostic, and never after a pass or beside another', async () => {
      const attempts = await db.selectFrom('attempt').selectAll().orderBy('number').execute()
      const [items, read] = [await db.selectFrom('attempt_item').selectAll().execute(), await db.selectFrom('lesson_read').selectAll().execute()]
      const bank = new Map(newest.questions.map((question) => [question.id, question]))
      for (const attempt of attempts) {
        const own = items.filter((item) => item.attempt_id === attempt.id)
        const answered = own.map(({ question, chosen }) => ({ question: bank.get(question)!, chosen }))
        const isDiagnostic = attempt.kind === 'diagnostic'
        const marked = mark(answered, { passPercent: attempt.pass_percent ?? newest.module.check.passPercent })
        if (attempt.submitted_at) expect([attempt.right, attempt.passed]).toEqual([marked.right, Number(marked.passed)])
        else expect([attempt.right, attempt.passed]).toEqual([null, null])
        expect(new Set(own.map(({ question }) => question)).size).toBe(isDiagnostic ? 15 : newest.module.check.items)
        if (isDiagnostic) continue
        const lessons = read.filter((row) => row.enrolment_id === attempt.enrolment_id)
        expect(lessons).toHaveLength(newest.module.lessons.length)
        expect(lessons.every(({ at }) => at <= attempt.started_at)).toBe(true)
        const earlier = attempts.filter((one) => one.enrolment_id === attempt.enrolment_id && one.number < attempt.number).map(asSummary)
        expect(nextTry(earlier, newest.module.check, attempt.started_at)).toMatchObject({ kind: 'ready', number: attempt.number })
        expect(earlier.every(({ submittedAt }) => submittedAt! < attempt.started_at)).toBe(true)
      }
      const pinned = await db.selectFrom('enrolment').select('module_version').distinct().execute()
      expect(pinned.every((row) => row.module_version === 2)).toBe(true)
    })

    test('every move in the history of standings is allowed, in order, and ends where the person stands', async () => {
      const people = await db.selectFrom('person').select(['id', 'standing', 'created_at']).where('standing', 'is not', null).execute()
      const moves = await db.selectFrom('person_standing').selectAll().orderBy('id').execute()
      const staffSince = await db.selectFrom('person').select(['id', 'created_at']).where('standing', 'is', null).execute()
      for (const person of people) {
        const own = moves.filter((row) => row.person_id === person.id)
        expect(own[0]?.at).toBe(person.created_at)
        expect(own.at(-1)?.standing).toBe(person.standing)
        own.slice(1).forEach((move, index) => {
          expect(standingMoves[own[index]!.standing as Standing]).toContain(move.standing)
          expect(own[index]!.at < move.at).toBe(true)
        })
        for (const { by_person_id, at } of own) {
          const mover = staffSince.find(({ id }) => id === by_person_id)
          if (mover) expect(mover.created_at < at).toBe(true)
        }
      }
    })

    test('nobody has two of one thing, and the roles kept one by one are those in the row', async () => {
      const people = await db.selectFrom('person').select(['id', 'name', 'email', 'roles']).execute()
      for (const field of ['name', 'email'] as const) expect(new Set(people.map((person) => person[field])).size).toBe(people.length)
      const roles = Map.groupBy(await db.selectFrom('person_role').selectAll().execute(), ({ person_id }) => person_id)
      for (const person of people) {
        const own = (roles.get(person.id) ?? []).map(({ role }) => role)
        expect(own.toSorted().join(',')).toBe(person.roles)
      }
    })

    test('each level that lists filter by is the newest that was verified, and a bar is met exactly when every level is', async () => {
      const latest = new Map<string, number>()
      for (const row of await db.selectFrom('verified_level').selectAll().orderBy('id').execute())
        latest.set(`${row.person_id} ${row.skill}`, row.level)
      const kept = await db.selectFrom('person_skill').selectAll().execute()
      expect(new Map(kept.map((row) => [`${row.person_id} ${row.skill}`, row.level]))).toEqual(latest)
      const needs = needsOf(content.frameworks[0]!, 'chair')
      const people = await db.selectFrom('person').select('id').execute()
      const ready = people.filter(({ id }) => needs.every(({ skill, level }) => (latest.get(`${id} ${skill.id}`) ?? 0) >= level)).map(({ id }) => id)
      const bars = await db.selectFrom('person_bar').select('person_id').where('role', '=', 'chair').execute()
      expect(bars.map(({ person_id }) => person_id).toSorted()).toEqual(ready.toSorted())
    })

    test('names no moment still to come', async () => {
      for (const table of tables) {
        for (const row of await db.selectFrom(table).selectAll().execute()) {
          for (const [column, value] of Object.entries(row)) {
            // By when something is due, and when somebody is away or at work, may lie ahead.
            if (['due_on', 'recheck_on', 'from_on', 'to_on'].includes(column)) continue
            if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) continue
            expect(value <= (value.includes('T') ? now.toISOString() : dayOf(now)), `${table}: ${value}`).toBe(true)
          }
        }
      }
    })

    test('is the same when it is built again for the same moment', async () => {
      const again = await open()
      await migrate(again)
      await loadWorld(again, world, now, content)
      expect(await everything(again)).toEqual(await everything(db))
      await again.destroy()
    })
  })
})
