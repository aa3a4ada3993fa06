import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '#api/migrations/migrate.ts'
import { content } from '#content/content.ts'
import { demoSecrets } from '#server/demo.ts'
import { openSqlite } from '#server/sqlite.ts'
import { loadWorld, worlds } from '#mocks/worlds/worlds.ts'

const folder = '.cache/worlds'
export const worldFile = (world: string): string => join(folder, `${world}.sqlite`)

/** Builds the database of every world without faults once; each test on the real server copies one. */
export default async function makeWorlds(): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const world of Object.values(worlds).filter(({ faults }) => faults.length === 0)) {
    const db = openSqlite(worldFile(world.name))
    await migrate(db)
    await loadWorld(db, world, new Date(), content, await demoSecrets())
    await db.destroy()
  }
}
