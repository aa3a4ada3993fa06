import type { Finding } from '#domain/verification.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { copy } from './verification.copy.ts'

interface FindingCardProps {
  name: string
  /** The level that the person gave themself; the two are never mixed. */
  self?: number | undefined
  finding: Finding
  answer?: string | undefined
}

/** What an assessor found of one skill and why, beside what the person said. */
export function FindingCard({ name, self, finding, answer }: FindingCardProps) {
  const rows = [
    ...(self === undefined ? [] : [{ key: copy.you, value: copy.level(self) }]),
    { key: copy.verified, value: `${copy.level(finding.level)}. ${copy.outcome[finding.outcome]}` },
    { key: copy.reason, value: <span className="app-words">{finding.reason}</span> },
    ...(finding.equivalence ? [{ key: copy.equivalence, value: <span className="app-words">{finding.equivalence}</span> }] : []),
    ...(answer ? [{ key: copy.yourAnswer, value: <span className="app-words">{answer}</span> }] : []),
  ]
  return (
    <section aria-label={name}>
      <h3 className="govuk-heading-s">{finding.round === 2 ? `${name}: ${copy.secondLook.toLowerCase()}` : name}</h3>
      <SummaryList rows={rows} />
    </section>
  )
}
