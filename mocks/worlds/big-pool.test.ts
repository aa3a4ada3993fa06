import { sql } from 'kysely'
import { expect, describe, test } from 'vitest'
import { migrate } from '#api/migrations/migrate.ts'
import { homes } from '#testing/databases.ts'
import { aFramework } from '#testing/framework.ts'
import { buildBigPool } from './big-pool.ts'

const now = new Date('2026-11-23T09:00:00.000Z')

describe.each(homes)('a big pool over $name', ({ open }) => {
  test('has as many people as were asked for, all counted, and the same ones for the same seed', async () => {
    const build = async (seed: number) => {
      const db = await open()
      await migrate(db)
      await buildBigPool(db, { people: 6001, seed, now, framework: aFramework() })
      const people = await db.selectFrom('person').selectAll().orderBy('id').execute()
      const tally = await db.selectFrom('person_tally').select('people').execute()
      const levels = await db.selectFrom('person_skill').selectAll().orderBy('person_id').orderBy('skill').execute()
      const found = await db.selectFrom('verified_level').select(['person_id', 'skill', 'level']).orderBy('person_id').orderBy('skill').execute()
      const wrong = await db
        .selectFrom('enrolment')
        .select('id')
        .where(
          sql<boolean>`lessons_read <> (select count(*) from lesson_read where enrolment_id = enrolment.id) or tries <> (select count(*) from attempt where attempt.person_id = enrolment.person_id and attempt.module_id = enrolment.module_id)`,
        )
        .execute()
      const { enrolled } = await db
        .selectFrom('enrolment')
        .select(({ fn }) => fn.countAll().as('enrolled'))
        .executeTakeFirstOrThrow()
      await db.destroy()
      return { wrong, enrolled: Number(enrolled), levels, found, people, counted: tally.reduce((sum, row) => sum + row.people, 0) }
    }
    const first = await build(7)
    expect(first.people).toHaveLength(6001)
    expect(first.counted).toBe(6001)
    expect(first.people.every(({ created_at }) => created_at < now.toISOString())).toBe(true)
    expect(first.levels.length).toBeGreaterThan(2000)
    expect(first.enrolled).toBeGreaterThan(10_000)
    expect(first.wrong).toEqual([])
    expect(first.found).toEqual(first.levels)
    const again = await build(7)
    expect([again.people, again.levels]).toEqual([first.people, first.levels])
    expect((await build(8)).people).not.toEqual(first.people)
    // Three pools of six thousand people with everything that is on record of them take a slow machine a while.
  }, 180_000)
})
