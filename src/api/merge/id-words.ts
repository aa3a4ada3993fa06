import type { MergeValues } from '#domain/merge.ts'
import { sectors, specialismWords } from '#domain/specialism.ts'

/** What the sectors and specialisms that some values name by their ids are called, so that a page needs no list of them all. */
export const idWords = (all: readonly MergeValues[]): Record<string, string> =>
  Object.fromEntries(
    all.flatMap(({ sector, specialisms }) => [
      ...(sector ? [[sector, sectors[sector]]] : []),
      ...specialisms.map((specialism) => [specialism, specialismWords(specialism)]),
    ]),
  )
