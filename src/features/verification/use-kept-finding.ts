import { useQueryClient } from '@tanstack/react-query'
import type { FindingDraft, FindingGiven } from '#domain/finding.ts'
import { useKept } from '#ui/use-kept.ts'
import { copy } from './assessor.copy.ts'
import { assessorQueries, keepFinding, withFinding } from './assessor.queries.ts'

/** Keeps what an assessor is about to find of one skill, as they say it. */
export function useKeptFinding(requestId: string, opened: FindingDraft) {
  const client = useQueryClient()
  const { outcome, level, reason, equivalence, skill, version } = opened
  const show = (kept: FindingDraft) => client.setQueryData(assessorQueries.request(requestId).queryKey, (now) => now && withFinding(now, kept))
  const kept = useKept<FindingGiven, FindingDraft, FindingDraft>({
    opened: { given: { outcome, level, reason, equivalence }, version },
    send: (at, given) => keepFinding(requestId, skill, at, given),
    onKept: show,
    // What the route says there is now.
    currentIn: (current) => current as FindingDraft,
    changedElsewhere: copy.elsewhereShort,
  })
  return {
    ...kept,
    errorAt: (field: keyof FindingGiven) => kept.error.find(({ pointer }) => pointer === `/${field}`)?.detail,
    choose: (part: Partial<FindingGiven>) => kept.choose((before) => ({ ...before, ...part })),
    type: (part: Partial<FindingGiven>) => kept.type((before) => ({ ...before, ...part })),
    /** Goes on with what the other tab saved. */
    takeTheirs: () => {
      if (kept.elsewhere) show(kept.elsewhere)
      kept.giveUpMine()
    },
  }
}
