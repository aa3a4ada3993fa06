import { mkdirSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from '#api/deps.ts'

/**
 * Files in a folder that nothing serves. A name is an id and nothing else, so no name leads out of the folder; a file is whole on the disk before it has
 * its name, so a crash leaves none half written.
 */
export function diskFiles(folder: string): FileStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('A file is stored under an id, not under a name')
    return join(folder, id)
  }
  return {
    async put(id, bytes) {
      const path = pathOf(id)
      const half = await open(`${path}.part`, 'w', 0o600)
      try {
        await half.writeFile(bytes)
        await half.sync()
      } finally {
        await half.close()
      }
      await rename(`${path}.part`, path)
    },
    async get(id) {
      const bytes = await readFile(pathOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      return bytes && new Uint8Array(bytes)
    },
    async remove(id) {
      await rm(pathOf(id), { force: true })
      await rm(`${pathOf(id)}.part`, { force: true })
    },
  }
}
