import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Reason, RoleReadiness } from '#domain/readiness.ts'
import { checkKindWords } from '#domain/words.ts'
import { useSearch } from '#lib/search-params.ts'
import { typedAsSearch } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Field } from '#ui/field.tsx'
import { readinessDay } from './readiness-day.ts'
import { copy, fixWords, reasonWords } from './readiness.copy.ts'
import { readinessQuery } from './readiness.queries.ts'

/** What stands between a person and an appointment on the day that the address names, or today, role by role. */
export function Readiness({ personId, own }: { personId: string; own: boolean }) {
  const [{ on }, setDay] = useSearch(readinessDay)
  const { data } = useSuspenseQuery(readinessQuery(personId, on))
  return (
    <section aria-labelledby="readiness">
      <h2 className="govuk-heading-m" id="readiness">
        {copy.heading(data.on, own)}
      </h2>
      {data.roles.length === 0 ? (
        <Empty>{copy.noRoles(own)}</Empty>
      ) : (
        data.roles.map((role) => <Role key={role.role} readiness={role} personId={personId} own={own} />)
      )}
      <DayForm key={data.on} on={data.on} onAsk={(day) => setDay({ on: day })} />
      <p className="govuk-hint app-measure">{copy.basis}</p>
    </section>
  )
}

function Role({ readiness: { role, as, reasons, warnings }, personId, own }: { readiness: RoleReadiness; personId: string; own: boolean }) {
  const isReady = reasons.length === 0
  return (
    <>
      <h3 className="govuk-heading-s">{isReady ? copy.ready(role, as) : copy.notReady(role, reasons.length)}</h3>
      {isReady && <p className="govuk-body">{as === 'supervised' ? copy.readySupervised : copy.readyFor}</p>}
      {reasons.length > 0 && <Reasons reasons={reasons} personId={personId} own={own} />}
      {warnings.length > 0 && (
        <>
          <p className="govuk-body">
            <strong>{copy.worthKnowing}</strong>
          </p>
          <Reasons reasons={warnings} personId={personId} own={own} />
        </>
      )}
    </>
  )
}

const Reasons = ({ reasons, personId, own }: { reasons: readonly Reason[]; personId: string; own: boolean }) => (
  <ul className="govuk-list govuk-list--bullet app-measure">
    {reasons.map((reason) => (
      <li key={`${reason.rule} ${reason.check ?? ''}`}>
        {reasonWords(reason)} {fixWords(reason) !== null && copy.lift(fixWords(reason) ?? '')}{' '}
        {!own && <ToRecord reason={reason} personId={personId} />}
      </li>
    ))}
  </ul>
)

/** The page of the record that a reason rests on. */
function ToRecord({ reason: { rule, check }, personId }: { reason: Reason; personId: string }) {
  const to = check ? paths.personChecks(personId) : rule === 'training' || rule === 'skills' ? paths.personSkills(personId) : null
  if (!to) return null
  return (
    <Link className="govuk-link" to={to}>
      {check ? copy.record.checks : copy.record.skills}
      {check && <span className="govuk-visually-hidden">: {checkKindWords[check]}</span>}
    </Link>
  )
}

function DayForm({ on, onAsk }: { on: string; onAsk: (day: string) => void }) {
  const [error, setError] = useState<string | undefined>()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const { on: asked } = readinessDay.read(typedAsSearch(event.currentTarget))
        setError(asked ? undefined : copy.badDay)
        if (asked) onAsk(asked)
      }}
      noValidate
    >
      <Field label={copy.day} name="on" type="date" width={10} defaultValue={on} error={error} />
      <Button variant="secondary">{copy.ask}</Button>
    </form>
  )
}
