import type { RosterRow } from '#domain/person.ts'
import { affiliationKindWords } from '#domain/words-organisations.ts'
import { reasonWords } from './readiness/readiness.copy.ts'
import type { Filters } from './roster-filters.ts'
import { tieCopy } from './tie-filters.copy.ts'
import { whyCopy as copy } from './why-here.copy.ts'

/** Why somebody is on the list: what is on record about each thing that it was asked about. */
export function WhyHere({ row, filters }: { row: RosterRow; filters: Filters }) {
  const lines = [
    ...(filters.region && filters.travels ? [copy.comes(filters.region, row.region !== filters.region)] : []),
    ...tieLines(row.ties),
    ...(row.readiness ?? []).map(({ role, as, reason, reasons }) =>
      reason ? copy.notReady(role, reasonWords(reason), reasons) : copy.ready(role, as, filters.ready ?? ''),
    ),
    ...(row.readiness?.length === 0 ? [copy.noRole] : []),
    ...(row.free && filters.freeFrom && filters.freeTo ? copy.free(row.free, filters.freeFrom, filters.freeTo) : []),
    ...(row.reviews ? [copy.reviews(row.reviews)] : []),
    ...(row.due ? [copy.due(row.due)] : []),
    ...(row.level !== null && filters.skill ? [copy.level(filters.skill, row.level)] : []),
    ...(filters.specialism ? [copy.knows(filters.specialism)] : []),
    ...(filters.meets ? [copy.meets(filters.meets)] : []),
    ...(filters.coreAt ? [copy.coreAt(filters.coreAt)] : []),
  ]
  return (
    <ul className="govuk-list app-why">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** Nobody is ever called clear. */
function tieLines(ties: RosterRow['ties']): string[] {
  if (ties === null) return []
  if (ties.kind === 'none') return [tieCopy.none(ties.declaredOn)]
  if (ties.kind === 'not-known') return [`${tieCopy.notKnown}: ${ties.why.map((why) => tieCopy.why[why]).join('; ')}`]
  return ties.ties.map((tie) => `${tieCopy.tied} ${tieCopy.tie(tie, affiliationKindWords[tie.how])}`)
}
