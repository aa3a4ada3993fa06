import { Link } from 'react-router'
import type { WhyNotFix, WhyNotReason } from '#domain/why-not.ts'
import { affiliationKindWords } from '#domain/words-organisations.ts'
import { poolRoleWords } from '#domain/words.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { fixWords, reasonWords } from '../readiness/readiness.copy.ts'
import { type Filters, rosterFilters } from '../roster-filters.ts'
import { setCopy } from '../set-filters.copy.ts'
import { tieCopy } from '../tie-filters.copy.ts'
import { whyCopy } from '../why-here.copy.ts'
import { whyNotCopy as copy } from './why-not.copy.ts'

interface Props {
  reason: WhyNotReason
  filters: Filters
  personId: string
}

/** One filter that keeps somebody off the list: what they have instead, the record behind it, and what would change it. */
export function Reason({ reason, filters, personId }: Props) {
  const to = reason.record && recordPath[reason.record.kind](personId)
  return (
    <>
      <h3 className="govuk-heading-s">{setCopy.filterNames[reason.filter]}</h3>
      <p className="govuk-body">
        {copy.said(reason, filters)}{' '}
        {to && (
          <Link className="govuk-link" to={to}>
            {copy.toRecord}
            <span className="govuk-visually-hidden">: {setCopy.filterNames[reason.filter]}</span>
          </Link>
        )}
      </p>
      <Facts reason={reason} />
      <p className="govuk-body">{copy.change}</p>
      <ul className="govuk-list govuk-list--bullet">
        {reason.fixes.map((fix) => (
          <li key={fix.kind}>
            <Fix fix={fix} filters={filters} reason={reason} />
          </li>
        ))}
        {reason.fixes.length === 0 && <li>{copy.nothing}</li>}
      </ul>
    </>
  )
}

/** The facts that a reason rests on, one by one, where there are several. */
function Facts({ reason: { ties, notKnown, readiness, hindrances, skills } }: { reason: WhyNotReason }) {
  const lines = [
    ...ties.map(
      (tie) => `${tieCopy.tie(tie, affiliationKindWords[tie.how])}${tie.countsUntil ? `. ${copy.countsUntil(showDate(tie.countsUntil))}` : ''}`,
    ),
    ...notKnown.map((why) => tieCopy.why[why]),
    ...readiness.flatMap(({ role, reasons }) => reasons.map((one) => `${poolRoleWords[role]}: ${reasonWords(one)}`)),
    ...hindrances.map((one) => whyCopy.hindrance(one)),
    ...skills.map(({ title, has, needs }) => copy.skill(title, has, needs)),
  ]
  if (lines.length === 0) return null
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Fix({ fix, filters, reason }: { fix: WhyNotFix; filters: Filters; reason: WhyNotReason }) {
  if (fix.kind !== 'ask') return copy.fix(fix, fix.kind === 'be-ready' ? fix.reasons.flatMap((one) => fixWords(one) ?? []) : [])
  const kept = Object.entries({ ...filters, ...fix.filters }).flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, value]]))
  return (
    <Link className="govuk-link" to={paths.roster() + rosterFilters.write(rosterFilters.read(new URLSearchParams(kept)))}>
      {copy.ask(reason, fix.filters)}
    </Link>
  )
}

const recordPath: Record<NonNullable<WhyNotReason['record']>['kind'], (id: string) => string> = {
  person: paths.person,
  person_standing: paths.person,
  certificate: paths.personSkills,
  training: paths.personSkills,
  skills: paths.personSkills,
  affiliations: paths.personAffiliations,
  checks: paths.personChecks,
  commitment: paths.personCapacity,
  availability: paths.personCapacity,
  member: paths.personCapacity,
}
