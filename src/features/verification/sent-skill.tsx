import type { Rating } from '#domain/self-assessment.ts'
import type { SentEvidence } from '#domain/verification.ts'
import { copy } from './sent.copy.ts'
import { EvidencePiece } from './sent.tsx'

/** One skill as it is sent: the level, the words that go with it, and what shows it. */
export const SentSkill = ({ name, rating, evidence }: { name: string; rating: Rating; evidence: readonly SentEvidence[] }) => (
  <section aria-label={name}>
    <h2 className="govuk-heading-s">{name}</h2>
    <p className="govuk-body">{copy.yourLevel(rating.level)}</p>
    <p className="govuk-body app-words">{rating.reflection ? `${copy.reflection}: ${rating.reflection}` : copy.noReflection}</p>
    {evidence.length === 0 && <p className="govuk-body">{copy.noneFor}</p>}
    {evidence.map((piece) => (
      <EvidencePiece key={piece.id} piece={piece} />
    ))}
  </section>
)
