import { AsyncLocalStorage } from 'node:async_hooks'
import { type ComponentType, use } from 'react'

const fetched = new AsyncLocalStorage<Set<string>>()

/** Notes that a piece of code which a browser would fetch was needed. The build that draws pages puts this behind each `import()`. */
export const noted =
  (source: string) =>
  <Module,>(module: Module): Module => {
    fetched.getStore()?.add(source)
    return module
  }

/** What `run` resolves to, and the pieces that were needed for it, by the path of their source. */
export async function notingPieces<Result>(run: () => Promise<Result>): Promise<{ result: Result; pieces: string[] }> {
  const pieces = new Set<string>()
  const result = await fetched.run(pieces, run)
  return { result, pieces: [...pieces] }
}

/** React's `lazy`, which loads a component once for all pages, but noting for each page that it was needed. The same build puts it in place of that. */
export function notedLazy<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>): ComponentType<Props> {
  let loading: ReturnType<typeof notingPieces<{ default: ComponentType<Props> }>> | undefined
  return function Noted(props: Props) {
    const { result, pieces } = use((loading ??= notingPieces(load)))
    for (const piece of pieces) fetched.getStore()?.add(piece)
    return <result.default {...props} />
  }
}
