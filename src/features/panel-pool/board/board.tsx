import { useId, useSyncExternalStore } from 'react'
import { Link } from 'react-router'
import type { BoardMonth, PlanningBoard } from '#domain/planning-board.ts'
import { regionWords, shortPoolRoleWords } from '#domain/words.ts'
import { paths } from '#paths'
import { copy } from './board.copy.ts'

/** Up to this width there is no room for months side by side. */
const narrow = '(max-width: 40em)'
const follow = (changed: () => void) => {
  const width = globalThis.matchMedia?.(narrow)
  width?.addEventListener('change', changed)
  return () => width?.removeEventListener('change', changed)
}
const isNarrow = () => globalThis.matchMedia?.(narrow).matches ?? false

/** People by months: a table, or where that does not fit, a list for each person. */
export function Board({ board }: { board: PlanningBoard }) {
  const listed = useSyncExternalStore(follow, isNarrow, () => false)
  return listed ? <AsLists board={board} /> : <AsTable board={board} />
}

const captionOf = ({ months }: PlanningBoard) => copy.caption(months[0] ?? '', months.at(-1) ?? '')

/** Every month says in sentences, for those who listen, what it shows in few words. */
function AsTable({ board }: { board: PlanningBoard }) {
  const id = useId()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll what overflows
    <div className="app-board" role="region" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption className="govuk-heading-s" id={id}>
          {captionOf(board)}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="app-board__name">
              {copy.person}
            </th>
            {board.months.map((month) => (
              <th key={month} scope="col" abbr={copy.monthInFull(month)}>
                {copy.month(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.people.map((person) => (
            <tr key={person.id}>
              <th scope="row" className="app-board__name">
                <Name person={person} />
              </th>
              {person.months.map((month) => (
                <td key={month.month} className={looks[month.look]}>
                  <Month month={month} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AsLists({ board }: { board: PlanningBoard }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-s" id={id}>
        {captionOf(board)}
      </h2>
      {board.people.map((person) => (
        <div key={person.id} className="app-board-person">
          <h3 className="govuk-heading-s">
            <Name person={person} />
          </h3>
          <ul>
            {person.months.map((month) => (
              <li key={month.month} className={looks[month.look]}>
                <strong>{copy.monthInFull(month.month)}</strong> {copy.sentences(month)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

const Name = ({ person: { id, name, roles, region } }: { person: PlanningBoard['people'][number] }) => (
  <>
    <Link className="govuk-link" to={paths.personCapacity(id)}>
      {name}
    </Link>
    <span className="app-board__who">{[...roles.map((role) => shortPoolRoleWords[role]), ...(region ? [regionWords[region]] : [])].join(', ')}</span>
  </>
)

const Month = ({ month }: { month: BoardMonth }) => (
  <>
    <span className="govuk-visually-hidden">{copy.sentences(month)}</span>
    <span aria-hidden="true">
      <strong>{copy.left(month)}</strong>
      {month.away.map((away) => (
        <span key={`${away.from} ${away.state} ${away.roles.join()}`} className={away.state === 'available' ? undefined : 'app-board__away'}>
          {copy.away(away)}
        </span>
      ))}
      {month.reviews.map(({ reference, from }) => (
        <span key={`${reference} ${from}`} className="app-board__review">
          {reference}
        </span>
      ))}
      {month.checks.map((check) => (
        <span key={`${check.kind} ${check.on}`} className="app-board__check">
          {copy.check(check)}
        </span>
      ))}
    </span>
  </>
)

const looks: Record<BoardMonth['look'], string> = {
  unknown: 'app-board__month app-board__month--unknown',
  away: 'app-board__month app-board__month--away',
  over: 'app-board__month app-board__month--over',
  full: 'app-board__month app-board__month--full',
  some: 'app-board__month app-board__month--some',
  free: 'app-board__month app-board__month--free',
}

/** What the lines above the months mean; each month says so in words, too. */
export const BoardKey = () => (
  <ul className="app-board-key" aria-label={copy.key}>
    {(Object.keys(looks) as BoardMonth['look'][]).toReversed().map((look) => (
      <li key={look} className={looks[look]}>
        {copy.keyOf[look]}
      </li>
    ))}
  </ul>
)
