import { existsSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { sql } from 'kysely'
import { fill } from '#mocks/mock-home.ts'
import type { World } from '#mocks/worlds/world.ts'
import { openSqlite } from '#server/sqlite.ts'

/** The database of a world as bytes, which is made once and kept in a file: to fill a world takes a hundred times as long as to open it. */
export async function worldImage(file: string, world: World): Promise<Uint8Array> {
  if (!existsSync(file)) {
    const db = openSqlite(':memory:')
    await fill(db, world)
    // Two processes may make it at once; whoever is last leaves theirs.
    const made = `${file}.${process.pid}`
    await sql`vacuum into ${made}`.execute(db)
    await db.destroy()
    await rename(made, file)
  }
  return readFile(file)
}
