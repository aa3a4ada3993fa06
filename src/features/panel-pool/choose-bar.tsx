import { Link } from 'react-router'
import type { Roster } from '#domain/person.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { copy } from './choose-bar.copy.ts'
import './choose-bar.scss'
import { everybodyChosen, nobodyChosen, pageChosen, useChosen } from './choosing.ts'
import { chosenList, type Filters, rosterFilters, rosterQuery } from './roster-filters.ts'

const most = 1000
/** So many names are said; the rest is a number. */
const named = 3

/** Who is chosen on the roster, and what can be done with them: the place that every choice leads to. */
export function ChooseBar({ filters, roster: { people, total, about } }: { filters: Filters; roster: Roster }) {
  const list = chosenList(filters)
  const { people: chosen, all } = useChosen(list)
  const count = all ? total : chosen.size
  const { after: _after, before: _before, sort: _sort, ...asked } = rosterQuery(filters)
  const state = {
    chosen: all ? { filters: asked, total } : { people: [...chosen.keys()] },
    names: [...chosen.values()].slice(0, named),
    from: rosterFilters.write(filters),
  }
  return (
    <section className="app-choose-bar" id="chosen" aria-labelledby="chosen-title">
      <h2 className="govuk-heading-s" id="chosen-title">
        {copy.title}
      </h2>
      <p className="govuk-body" role="status">
        {count === 0 ? copy.none : all ? copy.chosenAll(total) : copy.chosen(count)}
      </p>
      <Actions>
        {!all && people.some(({ id }) => !chosen.has(id)) && (
          <Button variant="secondary" onClick={() => pageChosen(list, people)}>
            {copy.page(people.length)}
          </Button>
        )}
        {!all && !about && total <= most && total > people.length && (
          <Button variant="secondary" onClick={() => everybodyChosen(list)}>
            {copy.all(total)}
          </Button>
        )}
        {count > 0 && (
          <Button variant="secondary" onClick={nobodyChosen}>
            {copy.clear}
          </Button>
        )}
      </Actions>
      {(about || total > most) && <p className="govuk-hint">{copy.tooMany}</p>}
      {count > 0 && (
        <ul className="govuk-list">
          {(Object.keys(copy.do) as (keyof typeof copy.do)[]).map((kind) => (
            <li key={kind}>
              <Link className="govuk-link" to={paths.newCommand(kind)} state={state}>
                {copy.do[kind]}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.commands()}>
          {copy.done}
        </Link>
      </p>
    </section>
  )
}
