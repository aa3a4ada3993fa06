import type { AnchorDossier } from '#domain/anchor.ts'
import { claim, copy } from './anchors.copy.ts'
import './anchors.scss'

/** What a candidate said of one skill, and what they sent for it. */
export function CandidateSent({ anchor, asked }: { anchor: AnchorDossier; asked: AnchorDossier['skills'][number] }) {
  const nameOf = (held: number) => anchor.levels.find((one) => one.level === held)?.name
  return (
    <>
      <p className="govuk-body">
        <strong>{copy.ownRating}:</strong> {claim(asked.claimed, nameOf(asked.claimed), asked.confidence)}
      </p>
      <p className="govuk-body app-close">
        <strong>{copy.reflection}</strong>
      </p>
      <blockquote className="app-sent govuk-body">{asked.reflection}</blockquote>
      {asked.evidence.length === 0 && <p className="govuk-body">{copy.noEvidence}</p>}
      {asked.evidence.map(({ kind, title, from, text }) => (
        <div key={title}>
          <p className="govuk-body app-close">
            <strong>{title}</strong>
          </p>
          <p className="govuk-body app-from">{copy.from(kind, from)}</p>
          <blockquote className="app-sent govuk-body">{text}</blockquote>
        </div>
      ))}
    </>
  )
}
