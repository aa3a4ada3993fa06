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
  beforeEach(async () => {
    db = await open()
    await migrate(db)
  })
  afterEach(() => db.destroy())

  test('a database that holds it is refused for real use, with what to do', async () => {
    await refuseDemo(db)
    await openDemo(db, clock, content, 'first-day')
    await expect(refuseDemo(db)).rejects.toThrow(/published passphrase. Name another DATABASE_FILE or DATABASE_URL, or set DEMO/)
  })

  test('it is found again at the next start, and never mixed with real people', async () => {
    await openDemo(db, clock, content, 'first-day')
    expect((await openDemo(db, clock, content, 'first-day')).name).toBe('first-day')
    const real = await open()
    await migrate(real)
    await addSomeone(real, clock.now(), { email: 'somebody@real.example.net' })
    await refuseDemo(real)
    await expect(openDemo(real, clock, content, 'first-day')).rejects.toThrow(/holds real people/)
    await real.destroy()
  })
})
