import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { content } from '#content/content.ts'
import { migrate } from '#api/migrations/migrate.ts'
import type { Db } from '#api/repository/database.ts'
import { homes } from '#testing/databases.ts'
import { addSomeone } from '#testing/someone.ts'
import { openDemo, refuseDemo } from './demo.ts'

describe.each(homes)('the demonstration over $name', ({ open }) => {
  let db: Db
  const clock = { now: () => new Date('2026-11-23T09:00:00.000Z') }
  const needs = { clock, content, site: { origin: 'https://pool.test', keepsMail: true, demo: true } }
  beforeEach(async () => {
    db = await open()
    await migrate(db)
  })
  afterEach(() => db.destroy())

  test('a database that holds it is refused for real use, with what to do', async () => {
    await refuseDemo(db)
    await openDemo({ ...needs, db }, 'first-day')
    await expect(refuseDemo(db)).rejects.toThrow(/published passphrase. Name another DATABASE_FILE or DATABASE_URL, or set DEMO/)
  })

  test('it is found again at the next start, and never mixed with real people', async () => {
    await openDemo({ ...needs, db }, 'first-day')
    expect((await openDemo({ ...needs, db }, 'first-day')).name).toBe('first-day')
    const real = await open()
    await migrate(real)
    await addSomeone(real, clock.now(), { email: 'somebody@real.example.net' })
    await refuseDemo(real)
    await expect(openDemo({ ...needs, db: real }, 'first-day')).rejects.toThrow(/holds real people/)
    await real.destroy()
  })

  test('in it certificates were issued on the day of the check that completed the core, whenever it is opened, and once', async () => {
    for (let starts = 0; starts < 2; starts++) await openDemo({ ...needs, db }, 'ordinary-week')
    const issued = await db.selectFrom('certificate').select(['person_id', 'issued_at']).execute()
    const completed = await db.selectFrom('person').select('id').where('training', '=', 'completed').execute()
    expect(issued.map(({ person_id }) => person_id).toSorted()).toEqual(completed.map(({ id }) => id).toSorted())
    for (const { person_id, issued_at } of issued) {
      const { at } = await db
        .selectFrom('attempt')
        .select((eb) => eb.fn.max('submitted_at').as('at'))
        .where('person_id', '=', person_id)
        .where('passed', '=', 1)
        .executeTakeFirstOrThrow()
      expect(issued_at.slice(0, 10)).toBe(String(at).slice(0, 10))
    }
  })
})
