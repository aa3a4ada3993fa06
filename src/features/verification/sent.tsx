import type { ReactNode } from 'react'
import type { SentEvidence, VerificationRequest } from '#domain/verification.ts'
import { poolRoleWords } from '#domain/words.ts'
import { showNumber } from '#lib/show.ts'
import { copy } from './sent.copy.ts'
import './verification.scss'

/** A piece of evidence in the version that is sent. `file` is how its file is saved, where somebody may. */
export function EvidencePiece({ piece: { kind, title, version }, file }: { piece: SentEvidence; file?: ReactNode }) {
  return (
    <div className="app-piece">
      <p className="govuk-body app-close">
        <strong>{title}</strong>
      </p>
      {version === null ? (
        <p className="govuk-body">{copy.closed}</p>
      ) : (
        <>
          <p className="govuk-hint app-close">
            {copy.kinds[kind]}. {copy.version(version.number, version.at)}
          </p>
          {version.from && <p className="govuk-body app-close">{copy.from(version.from.name, version.from.capacity)}</p>}
          {version.text && <p className="govuk-body app-words">{version.text}</p>}
          {version.url && (
            <p className="govuk-body">
              <a className="govuk-link app-words" href={version.url} rel="noreferrer">
                {version.url}
              </a>
            </p>
          )}
          {version.file && (
            <p className="govuk-body">
              {file ?? version.file.name} ({showNumber(Math.max(1, Math.round(version.file.bytes / 1000)))} kB)
            </p>
          )}
        </>
      )}
    </div>
  )
}

/** Published reports, each by publisher, year and role with its public link. */
export const ReportList = ({ reports }: { reports: VerificationRequest['experience'] }) =>
  reports.length === 0 ? null : (
    <ul className="govuk-list govuk-list--bullet">
      {reports.map(({ publisher, year, role, url }) => (
        <li key={url}>
          {publisher}, {year}: {poolRoleWords[role].toLowerCase()}
          <br />
          <a className="govuk-link app-words" href={url} rel="noreferrer">
            {url}
          </a>
        </li>
      ))}
    </ul>
  )
