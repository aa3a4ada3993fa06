import type { FileStore } from './deps.ts'

/** Files that last as long as the process: for tests, and for a mock whose browser keeps nothing. */
export function memoryFiles(): FileStore & { ids: () => string[]; clear: () => Promise<void> } {
  const files = new Map<string, Uint8Array>()
  return {
    put: async (id, bytes) => void files.set(id, bytes.slice()),
    get: async (id) => files.get(id)?.slice() ?? null,
    remove: async (id) => void files.delete(id),
    clear: async () => files.clear(),
    ids: () => [...files.keys()],
  }
}
