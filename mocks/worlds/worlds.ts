import type { Content } from '#api/deps.ts'
import type { Db } from '#api/repository/database.ts'
import { keepRegister } from '#api/repository/organisations.ts'
import { noteCore } from '#api/repository/training-states.ts'
import { content as shipped } from '#content/content.ts'
import { faultWorlds } from './fault-worlds.ts'
import { firstDay } from './first-day.ts'
import { ordinaryWeek } from './ordinary-week.ts'
import type { Secrets, World } from './world.ts'

/** Every world by its name; the first is the one that opens when none is named. */
export const worlds: Record<string, World> = Object.fromEntries([ordinaryWeek, firstDay, ...faultWorlds].map((world) => [world.name, world]))

/** Fills an empty, migrated database with a world, all of it or nothing. */
export const loadWorld = (db: Db, world: World, now: Date, content: Content, secrets?: Secrets): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await keepRegister(tx, shipped.organisations)
    await noteCore(tx, content.paths)
    await world.build(tx, now, content, secrets)
  })
