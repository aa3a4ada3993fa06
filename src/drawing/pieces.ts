import { AsyncLocalStorage } from 'node:async_hooks'

const fetched = new AsyncLocalStorage<Set<string>>()

/** Notes that a piece of code which a browser would fetch was needed. The build that draws pages puts this behind each `import()`. */
export const noted =
  (source: string) =>
  <Module>(module: Module): Module => {
    fetched.getStore()?.add(source)
    return module
  }

/** What `run` resolves to, and the pieces that were needed for it, by the path of their source. */
export async function notingPieces<Result>(run: () => Promise<Result>): Promise<{ result: Result; pieces: string[] }> {
  const pieces = new Set<string>()
  const result = await fetched.run(pieces, run)
  return { result, pieces: [...pieces] }
}
