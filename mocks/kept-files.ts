import { clear, createStore, del, get, set } from 'idb-keyval'
import type { FileStore } from '#api/deps.ts'

const named = (key: string) => `panel-pool-files ${key}`

/** The files of a world, in a store of their own beside the image of its database. */
export function keptFiles(key: string): FileStore & { clear: () => Promise<void> } {
  const store = createStore(named(key), 'files')
  return {
    put: (id, bytes) => set(id, bytes, store),
    get: async (id) => (await get<Uint8Array>(id, store)) ?? null,
    remove: (id) => del(id, store),
    clear: () => clear(store),
  }
}

/** Throws a world's files away: at once, or once the last tab that has them open is closed. */
export function forgetFiles(key: string): void {
  indexedDB.deleteDatabase(named(key))
}
