import { del, delMany, get, keys, set } from 'idb-keyval'
import { forgetFiles, keptFiles } from './kept-files.ts'
import { memoryFiles } from '#api/memory-files.ts'
import { fill, openMockHome, type MockHome } from './mock-home.ts'
import type { Ask, Reply } from './messages.ts'
import { openWasm } from './wasm-sqlite.ts'
import type { World } from './worlds/world.ts'
import { worlds } from './worlds/worlds.ts'

/**
 * A world whose database outlives the page: its image is written to IndexedDB before a change is answered, and read from there the next time. `key` names
 * the world and the shape it was made with, so that an old image is never opened by newer code; older images of the world are thrown away.
 */
export async function openKeptHome(key: string, worldName: string, origin: string, keep: boolean): Promise<MockHome> {
  const world = worldNamed(worldName)
  const files = keep ? keptFiles(key) : memoryFiles()
  if (keep) await forgetOlder(worldName, key)
  let home = await open()

  async function open() {
    const image = keep ? await get<Uint8Array>(key) : undefined
    const wasm = await openWasm(image)
    if (!image) {
      await fill(wasm.db, world)
      if (keep) await set(key, await wasm.image())
    }
    return { wasm, mock: openMockHome(world, wasm.db, files, origin, startAgain), written: wasm.changes() }
  }

  async function startAgain(): Promise<void> {
    await del(key)
    await files.clear()
    const old = home
    home = await open()
    await old.wasm.db.destroy()
  }

  return {
    ask: async <A extends Ask>(ask: A): Promise<Reply<A>> => {
      const { wasm, mock } = home
      const reply = await mock.ask(ask)
      if (keep && home.wasm === wasm && wasm.changes() !== home.written) {
        const written = wasm.changes()
        await set(key, await wasm.image())
        home.written = written
      }
      return reply
    },
  }
}

async function forgetOlder(world: string, key: string): Promise<void> {
  const older = (await keys<string>()).filter((other) => other.startsWith(`${world}@`) && other !== key)
  await delMany(older)
  for (const other of older) forgetFiles(other)
}

function worldNamed(name: string): World {
  const world = worlds[name]
  if (!world) throw new Error(`There is no world named ${name}. There are: ${Object.keys(worlds).join(', ')}`)
  return world
}
