import type { SentEvidence } from '#domain/verification.ts'

/** A file that was sent, to be saved: its address only answers who looks at the request. */
export const SentFile = ({ requestId, piece }: { requestId: string; piece: SentEvidence }) => (
  <a className="govuk-link" href={`/api/verification-requests/${requestId}/evidence/${piece.id}/file`} download={piece.version?.file?.name}>
    {piece.version?.file?.name}
  </a>
)
