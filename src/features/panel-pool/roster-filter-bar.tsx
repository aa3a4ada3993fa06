import { lazy, Suspense, useEffect, useRef } from 'react'
import { Link, NavigationType, useLocation, useNavigationType } from 'react-router'
import { regions } from '#domain/region.ts'
import { poolRoleWords, regionWords, standingWords, trainingWords } from '#domain/words.ts'
import { paths } from '#paths'
import { typedAsSearch } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { copy } from './panel-pool.copy.ts'
import { type Filters, poolRoles, rosterFilters, standings, trainingStates } from './roster-filters.ts'
import { SkillFilters } from './skill-filters.tsx'

const TagFilter = lazy(() => import('./tags/tag-filter.tsx').then((part) => ({ default: part.TagFilter })))

const choices = <T extends string>(values: readonly T[], words: Record<T, string>) => values.map((value) => ({ value, text: words[value] }))

interface Props {
  filters: Filters
  onChange: (filters: Filters, replace?: boolean) => void
  /** The same page without filters. */
  clear?: string
}

/** Reports the filters as they are chosen; a name, shortly after its last key. `replace` asks for no step of its own in the history. */
export function RosterFilterBar({ filters, onChange, clear = paths.roster() }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { key } = useLocation()
  const isPop = useNavigationType() === NavigationType.Pop
  const shown = useRef(key)
  /** A name that is typed in one go is one step of the history, however many letters it has. */
  const inOneGo = useRef(false)
  const report = () => {
    clearTimeout(typing.current)
    typing.current = undefined
    if (!form.current) return
    const chosen = rosterFilters.read(typedAsSearch(form.current))
    // What is sorted by and what ties are asked about stand outside this form.
    const { sort, ties, tied } = filters
    onChange({ ...chosen, ...(ties ? { ties } : {}), ...(tied ? { tied } : {}), ...(sort ? { sort } : {}) }, inOneGo.current)
  }
  const reportTyping = () => {
    report()
    inOneGo.current = true
  }

  // Back, forward and "Clear filters" change the address; the controls whose filter changed follow, also the one with the focus, unless somebody is typing
  // in it. One that was chosen while an earlier choice was still being answered is not in that answer's address yet, and stays as it was chosen.
  const answered = useRef(filters)
  useEffect(() => {
    const controls = form.current?.elements
    const before = answered.current
    answered.current = filters
    if (!controls) return
    const cameBack = isPop && shown.current !== key
    shown.current = key
    if (cameBack) inOneGo.current = false
    const isTyping = (control: Element) => control === document.activeElement && (!cameBack || typing.current !== undefined)
    for (const name of ['name', 'who', 'role', 'region', 'standing', 'training', 'meets', 'coreAt', 'skill', 'level'] as const) {
      const control = controls.namedItem(name)
      const isControl = control instanceof HTMLInputElement || control instanceof HTMLSelectElement
      if (isControl && (cameBack || before[name] !== filters[name]) && !isTyping(control)) control.value = filters[name] ?? ''
    }
  }, [filters, key, isPop])
  useEffect(() => {
    const bar = form.current
    const stop = () => {
      inOneGo.current = false
    }
    bar?.addEventListener('focusout', stop)
    return () => {
      bar?.removeEventListener('focusout', stop)
      clearTimeout(typing.current)
    }
  }, [])

  return (
    <form
      ref={form}
      role="search"
      aria-label={copy.filter}
      onSubmit={(event) => {
        event.preventDefault()
        report()
      }}
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement) {
          inOneGo.current = false
          report()
        } else {
          clearTimeout(typing.current)
          typing.current = setTimeout(reportTyping, 20)
        }
      }}
    >
      <Field label={copy.search} hint={copy.searchHint} name="name" type="search" defaultValue={filters.name} autoComplete="off" />
      <Select label={copy.who} name="who" none={copy.membersOnly} defaultValue={filters.who} options={[{ value: 'everyone', text: copy.everyone }]} />
      <Select label={copy.columns.roles} name="role" none={copy.anyRole} defaultValue={filters.role} options={choices(poolRoles, poolRoleWords)} />
      <Select label={copy.columns.region} name="region" none={copy.anyRegion} defaultValue={filters.region} options={choices(regions, regionWords)} />
      <Select
        label={copy.columns.standing}
        name="standing"
        none={copy.anyStanding}
        defaultValue={filters.standing}
        options={choices(standings, standingWords)}
      />
      <Select
        label={copy.columns.training}
        name="training"
        none={copy.anyTraining}
        defaultValue={filters.training}
        options={choices(trainingStates, trainingWords)}
      />
      <SkillFilters filters={filters} />
      <Suspense>
        <TagFilter key={filters.tag ?? ''} tag={filters.tag} />
      </Suspense>
      <Button variant="secondary">{copy.apply}</Button>
      <p className="govuk-body">
        <Link className="govuk-link" to={clear}>
          {copy.clear}
        </Link>
      </p>
    </form>
  )
}
