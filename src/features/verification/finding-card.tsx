import type { Finding } from '#domain/verification.ts'
import { copy } from './sent.copy.ts'

interface FindingCardProps {
  name: string
  /** The level that the person gave themself; the two are never mixed. */
  self?: number | undefined
  finding: Finding
  answer?: string | undefined
}

/** What an assessor found of one skill and why, beside what the person said. */
export const FindingCard = ({ name, self, finding, answer }: FindingCardProps) => (
  <section className="app-piece" aria-label={finding.round === 2 ? `${name}: ${copy.secondLook}` : name}>
    <h3 className="govuk-heading-s">{finding.round === 2 ? `${name}: ${copy.secondLook}` : name}</h3>
    <p className="govuk-body">
      <strong>{copy.level(finding.level)}.</strong> {copy.outcome[finding.outcome]}. {self !== undefined && copy.gave(self)}
    </p>
    <p className="govuk-body app-words">{finding.reason}</p>
    {finding.equivalence && (
      <p className="govuk-body app-words">
        {copy.equivalence}: {finding.equivalence}
      </p>
    )}
    {answer && (
      <p className="govuk-body app-words">
        {copy.yourAnswer}: {answer}
      </p>
    )}
  </section>
)
