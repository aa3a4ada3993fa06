import type { CertificateClaims } from '#domain/certificate.ts'
import { showDay } from '#lib/show.ts'
import { WarningText } from '#ui/notes.tsx'
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { claimsWords as copy } from '#domain/certificate-claims-words.ts'

/** Everything that a certificate says, in full. `state` is said first, by whoever shows it. */
export function Claims({ claims, state }: { claims: CertificateClaims; state: SummaryRow }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: copy.name, value: <strong>{claims.name}</strong> },
          { key: copy.title, value: claims.title },
          state,
          { key: copy.issued, value: showDay(claims.issuedAt) },
          { key: copy.validUntil, value: showDay(claims.validUntil) },
          { key: copy.code, value: <span className="app-code">{claims.code}</span> },
        ]}
      />
      <h2 className="govuk-heading-m">{copy.proves}</h2>
      <p className="govuk-body">{claims.proves}</p>
      <h2 className="govuk-heading-m">{copy.provesNot}</h2>
      <WarningText>{claims.provesNot}</WarningText>
      <Table
        caption={copy.modules(claims.modules.length)}
        columns={copy.moduleColumns.map((title) => ({ title }))}
        rows={claims.modules.map(({ id, title, version, passedAt }) => (
          <Row key={id}>
            <RowHeader>{copy.module(title, version)}</RowHeader>
            <Cell>{showDay(passedAt)}</Cell>
          </Row>
        ))}
      />
      <h2 className="govuk-heading-s">{copy.regimes}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {claims.regimes.map(({ code, name, edition }) => (
          <li key={code}>{copy.regime(name, code, edition)}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-s">{copy.skills}</h2>
      <p className="govuk-body">{copy.skillsWhat(claims.frameworkVersion)}</p>
      <ul className="govuk-list govuk-list--bullet">
        {claims.skills.map(({ id, name }) => (
          <li key={id}>{`${id} ${name}`}</li>
        ))}
      </ul>
    </>
  )
}
