/** A run of text, or a citation of one source by its id. */
export type CitedRun = { kind: 'text'; text: string } | { kind: 'cite'; source: string }

const citation = /(\[[A-Za-z0-9][\w-]*(?:,\s*[A-Za-z0-9][\w-]*)*\])/

/** Text divided at its citations: "[S48]" is one, "[S19, S29]" two. Brackets that hold anything but known sources are text. */
export function citedRuns(text: string, known: ReadonlySet<string>): CitedRun[] {
  const runs: CitedRun[] = []
  for (const part of text.split(citation)) {
    const sources = citation.test(part) ? part.slice(1, -1).split(/,\s*/) : []
    if (sources.length > 0 && sources.every((source) => known.has(source))) runs.push(...sources.map((source) => ({ kind: 'cite' as const, source })))
    else if (part !== '') runs.push({ kind: 'text', text: part })
  }
  return runs
}
