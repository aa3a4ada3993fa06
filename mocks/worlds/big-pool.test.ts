import { expect, describe, test } from 'vitest'
import { migrate } from '#api/migrations/migrate.ts'
import { homes } from '#testing/databases.ts'
import { buildBigPool } from './big-pool.ts'

const now = new Date('2026-11-23T09:00:00.000Z')

describe.each(homes)('a big pool over $name', ({ open }) => {
  test('has as many people as were asked for, all counted, and the same ones for the same seed', async () => {
    const build = async (seed: number) => {
      const db = await open()
      await migrate(db)
      await buildBigPool(db, { people: 6001, seed, now })
      const people = await db.selectFrom('person').selectAll().orderBy('id').execute()
      const tally = await db.selectFrom('person_tally').select('people').execute()
      await db.destroy()
      return { people, counted: tally.reduce((sum, row) => sum + row.people, 0) }
    }
    const first = await build(7)
    expect(first.people).toHaveLength(6001)
    expect(first.counted).toBe(6001)
    expect(first.people.every(({ created_at }) => created_at < now.toISOString())).toBe(true)
    expect((await build(7)).people).toEqual(first.people)
    expect((await build(8)).people).not.toEqual(first.people)
  })
})
