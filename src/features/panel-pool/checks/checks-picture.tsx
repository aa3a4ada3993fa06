import type { PoolCheck, PoolChecks } from '#domain/pool-check.ts'
import { checkKindWords } from '#domain/words.ts'
import { copy, kinds } from './checks.copy.ts'
import './checks-picture.scss'

const day = 86_400_000
const [daysBack, daysAhead] = [550, 1100]
const [lane, top, bar] = [46, 22, 14]

/**
 * A lane for each kind of check, from a year and a half ago to three years ahead: a bar from the date on it to its re-check. Positions are parts of the
 * width, so that words keep their size on a narrow screen. The table below says the same.
 */
export function ChecksPicture({ checks: { on, checks, standings } }: { checks: PoolChecks }) {
  const today = Date.parse(on)
  const start = today - daysBack * day
  const across = (moment: number): number => Math.min(100, Math.max(0, ((moment - start) / ((daysBack + daysAhead) * day)) * 100))
  const shown = kinds.filter((kind) => standings.some((one) => one.kind === kind && one.state !== 'not-asked'))
  const height = top + shown.length * lane
  const firstYear = new Date(start).getUTCFullYear() + 1
  const years = [0, 1, 2, 3, 4].map((more) => firstYear + more).filter((year) => across(Date.UTC(year, 0)) < 92)
  return (
    <figure className="app-lanes" aria-hidden="true">
      <figcaption>
        <h2 className="govuk-heading-m">{copy.picture}</h2>
        <p className="govuk-hint">
          <Key kind="current" /> {copy.legend.current} <Key kind="due" /> {copy.legend.due} <Key kind="before" /> {copy.legend.before}{' '}
          <Key kind="now" /> {copy.legend.now}
        </p>
      </figcaption>
      <svg width="100%" height={height}>
        {years.map((year) => (
          <g key={year}>
            <line className="app-lanes__year" x1={`${across(Date.UTC(year, 0))}%`} x2={`${across(Date.UTC(year, 0))}%`} y1={0} y2={height} />
            <text x={`${across(Date.UTC(year, 0))}%`} dx={4} y={12}>
              {year}
            </text>
          </g>
        ))}
        {shown.map((kind, index) => {
          const y = top + index * lane
          const own = checks.filter((check) => check.kind === kind && check.state !== 'struck').toReversed()
          return (
            <g key={kind}>
              <line className="app-lanes__line" x1="0" x2="100%" y1={y + lane - bar / 2 - 6} y2={y + lane - bar / 2 - 6} />
              {own.map((check) => (
                <Bar key={check.id} check={check} y={y + lane - bar - 6} today={today} across={across} />
              ))}
              <text className="app-lanes__name" x={2} y={y + 20}>
                {checkKindWords[kind]}
              </text>
            </g>
          )
        })}
        <line className="app-lanes__now" x1={`${across(today)}%`} x2={`${across(today)}%`} y1={top - 4} y2={height} />
      </svg>
    </figure>
  )
}

function Bar({ check, y, today, across }: { check: PoolCheck; y: number; today: number; across: (moment: number) => number }) {
  const from = across(Date.parse(check.issuedOn))
  const until = check.recheckOn === null ? 100 : across(Date.parse(check.recheckOn))
  const kind = check.state === 'superseded' ? 'before' : check.state === 'due' ? 'due' : 'current'
  // A check that no longer counts reaches on to today, so that the time since is seen.
  const end = kind === 'due' ? across(today) : until
  return (
    <>
      {kind === 'due' && <rect className="app-lanes__before" x={`${from}%`} width={`${Math.max(until - from, 0)}%`} y={y} height={bar} />}
      <rect
        className={looks[kind]}
        x={`${kind === 'due' ? until : from}%`}
        width={`${Math.max(end - (kind === 'due' ? until : from), 0.6)}%`}
        y={y}
        height={bar}
      />
    </>
  )
}

/** Whole names, so that a search of the source finds which are used. */
const looks = { current: 'app-lanes__current', due: 'app-lanes__due', before: 'app-lanes__before' }

const Key = ({ kind }: { kind: 'current' | 'due' | 'before' | 'now' }) => (
  <svg className="app-lanes__key" width={20} height={bar}>
    {kind === 'now' ? (
      <line className="app-lanes__now" x1={10} x2={10} y1={0} y2={bar} />
    ) : (
      <rect className={looks[kind]} x={1} y={1} width={18} height={bar - 2} />
    )}
  </svg>
)
