import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CheckStanding, PoolCheck, PoolChecks } from '#domain/pool-check.ts'
import { checkKindWords } from '#domain/words.ts'
import { showDate, showDay } from '#lib/show.ts'
import { paths } from '#paths'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { Tag, type TagColour } from '#ui/tag.tsx'
import { ChecksPicture } from './checks-picture.tsx'
import { copy, levelWords } from './checks.copy.ts'
import { showNumber } from './checks.queries.ts'
import './checks.scss'

/** Somebody's checks: what is to be done as a sentence, the picture, and all of it as tables. */
export function ChecksView({ personId, checks, own }: { personId: string; checks: PoolChecks; own: boolean }) {
  const shown = checks.standings.filter(({ state }) => state !== 'not-asked')
  return (
    <>
      <p className="govuk-body app-measure">
        <strong>{findingOf(checks, own)}</strong> {nextOf(checks)}
      </p>
      {checks.mayKeep && <ButtonLink to={paths.recordCheck(personId)}>{copy.record}</ButtonLink>}
      {(checks.checks.length > 0 || shown.some(({ checkId }) => checkId)) && <ChecksPicture checks={checks} />}
      <Table
        caption={copy.table}
        columns={copy.columns.map((title) => ({ title }))}
        rows={shown.map((standing) => (
          <StandingRow
            key={standing.kind}
            personId={personId}
            standing={standing}
            check={checks.checks.find(({ id }) => id === standing.checkId)}
            mayKeep={checks.mayKeep}
          />
        ))}
      />
      <h2 className="govuk-heading-m">{copy.all}</h2>
      {checks.checks.length === 0 ? <Empty>{copy.nothing}</Empty> : <Everything personId={personId} checks={checks} />}
      <p className="govuk-body app-measure">
        {copy.kept} {own ? copy.ownLogged : copy.logged}
      </p>
    </>
  )
}

function findingOf({ name, standings }: PoolChecks, own: boolean): string {
  const of = (state: CheckStanding['state']) => standings.filter((one) => one.state === state)
  return copy.finding(own ? copy.you : name, of('due'), of('missing'), of('level'))
}

function nextOf({ standings }: PoolChecks): string | null {
  const coming = standings.filter(({ state, recheckOn }) => recheckOn !== null && (state === 'current' || state === 'due-soon'))
  const [next] = coming.toSorted((a, b) => (a.recheckOn ?? '').localeCompare(b.recheckOn ?? ''))
  return next?.recheckOn ? copy.next(next.kind, next.recheckOn) : null
}

const colours: Record<CheckStanding['state'], TagColour> = {
  current: 'green',
  'due-soon': 'yellow',
  due: 'red',
  level: 'red',
  missing: 'red',
  'not-asked': 'grey',
}

interface StandingRowProps {
  personId: string
  standing: CheckStanding
  check: PoolCheck | undefined
  mayKeep: boolean
}

function StandingRow({ personId, standing: { kind, state, recheckOn }, check, mayKeep }: StandingRowProps) {
  const isOpen = state !== 'current' && state !== 'not-asked'
  return (
    <Row>
      <RowHeader>
        {checkKindWords[kind]}
        {check?.level && `: ${levelWords[check.level].toLowerCase()}`}
      </RowHeader>
      <Cell>
        <Tag colour={colours[state]}>{copy.state[state]}</Tag>
        {mayKeep && isOpen && (
          <>
            <br />
            <Link className="govuk-link" to={paths.recordCheck(personId, kind)}>
              {copy.recordKind(kind)}
            </Link>
          </>
        )}
      </Cell>
      <Cell nowrap>{check ? showDate(check.issuedOn) : recheckOn ? copy.declaredHere : ''}</Cell>
      <Cell nowrap>{recheckOn ? showDate(recheckOn) : check ? copy.never : ''}</Cell>
      <Cell>{check && <Number personId={personId} check={check} />}</Cell>
      <Cell>{check && copy.seen(check.seenBy, showDay(check.seenAt))}</Cell>
    </Row>
  )
}

/** The end of a number, and the whole of it once it is asked for. */
function Number({ personId, check: { id, kind, numberEnd } }: { personId: string; check: PoolCheck }) {
  const { mutate, data, isPending, isError } = useMutation(showNumber(personId, id))
  if (numberEnd === null) return copy.noNumber
  return (
    <span aria-live="polite">
      {data?.number ?? copy.ends(numberEnd)}{' '}
      {!data && (
        <button type="button" className="app-show-number" aria-disabled={isPending || undefined} onClick={() => !isPending && mutate()}>
          {copy.show}
          <span className="govuk-visually-hidden">{copy.showWhat(kind)}</span>
        </button>
      )}
      {isError && ` ${copy.notShown}`}
    </span>
  )
}

function Everything({ personId, checks: { checks, mayKeep } }: { personId: string; checks: PoolChecks }) {
  const columns = mayKeep ? copy.allColumns : copy.allColumns.slice(0, -1)
  const rows = checks.map((check) => (
    <Row key={check.id}>
      <RowHeader>
        {checkKindWords[check.kind]}
        {check.level && `: ${levelWords[check.level].toLowerCase()}`}
      </RowHeader>
      <Cell nowrap>{showDate(check.issuedOn)}</Cell>
      <Cell>{check.struckAt ? copy.struck(showDay(check.struckAt), check.struckReason ?? '') : copy.recordState[check.state]}</Cell>
      <Cell>{copy.seen(check.seenBy, showDay(check.seenAt))}</Cell>
      <Cell>{check.note}</Cell>
      {mayKeep && (
        <Cell>
          {check.state !== 'struck' && (
            <Link className="govuk-link" to={paths.strikeCheck(personId, check.id)}>
              {copy.strike}
              <span className="govuk-visually-hidden">{copy.strikeWhat(check.kind, check.issuedOn)}</span>
            </Link>
          )}
        </Cell>
      )}
    </Row>
  ))
  return <Table caption={copy.allCaption} columns={columns.map((title) => ({ title }))} rows={rows} />
}
