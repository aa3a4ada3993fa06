import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import type { Db } from '#api/repository/database.ts'
import { homes } from '#testing/databases.ts'
import { migrate, migrations } from './migrate.ts'

const names = Object.keys(migrations)

describe.each(homes)('migrations over $name', ({ open }) => {
  let db: Db
  afterEach(() => db.destroy())

  test('an empty database gets every table, and a second start changes nothing', async () => {
    db = await open()
    await migrate(db)
    const first = await shapeOf(db)
    expect(first).toContainEqual(expect.stringMatching(/^person\.name_key/))
    await migrate(db)
    expect(await shapeOf(db)).toEqual(first)
  })

  test.each(names)('%s comes to the same shape from the database before it, and keeps what is in it', async (name) => {
    db = await open()
    const before = names[names.indexOf(name) - 1]
    if (before) {
      await migrate(db, before)
      await db.insertInto('setting').values({ key: 'session-days', value: 9, updated_at: '2026-11-23T09:00:00.000Z' }).execute()
    }
    await migrate(db, name)
    await migrate(db)
    if (before) expect(await db.selectFrom('setting').select('value').execute()).toEqual([{ value: 9 }])
    const shape = await shapeOf(db)
    const fresh = await open()
    await migrate(fresh)
    const expected = await shapeOf(fresh)
    await fresh.destroy()
    expect(shape).toEqual(expected)
  })

  test('a migration that fails leaves the database as it was', async () => {
    db = await open()
    await migrate(db, names[0])
    await sql`drop table setting`.execute(db)
    const before = await shapeOf(db)
    const failing = migrate(db, undefined, {
      ...migrations,
      '999-fails': {
        async up(inside) {
          await inside.schema.createTable('half_done').addColumn('id', 'text').execute()
          await sql`select * from setting`.execute(inside)
        },
      },
    })
    await expect(failing).rejects.toThrow(/setting/)
    expect(await shapeOf(db)).toEqual(before)
  })
})

/** Every column and index there is, as words. */
async function shapeOf(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables()
  return tables
    .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name} ${column.dataType} ${column.isNullable ? 'null' : 'not null'}`))
    .toSorted()
}
