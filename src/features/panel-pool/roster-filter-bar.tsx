import { lazy, Suspense, useEffect, useRef } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'
import type { RosterFacet, RosterFilter } from '#domain/person.ts'
import { regions } from '#domain/region.ts'
import { poolRoleWords, regionWords, rosterTrainingWords, standingWords } from '#domain/words.ts'
import { typedAsSearch } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { FilterFold } from '#ui/filter-layout.tsx'
import { Select } from '#ui/select.tsx'
import { type Counts, counted } from './facet-counts.ts'
import { rosterCopy as copy } from './roster.copy.ts'
import { type Filters, loads, onFirstPage, poolRoles, rooms, rosterFilters, setFilters, spans, standings, trainings } from './roster-filters.ts'

const SkillFilters = lazy(() => import('./skill-filters.tsx').then((part) => ({ default: part.SkillFilters })))
const TagFilter = lazy(() => import('./tags/tag-filter.tsx').then((part) => ({ default: part.TagFilter })))

/** The controls of this form, by the names that their filters have in the address. */
const controlled = [
  'name',
  'who',
  'role',
  'region',
  'travels',
  'standing',
  'training',
  'meets',
  'coreAt',
  'skill',
  'level',
  'specialism',
  'tag',
  'left',
  'load',
  'due',
] as const
const isControlled = (key: string): boolean => controlled.some((name) => name === key)

interface Props {
  filters: Filters
  counts: Counts
  onChange: (filters: Filters, replace?: boolean) => void
  /** The filters as they are now. */
  now: () => Filters
  /** Somebody wants to see the filters of work and checks, whose people are counted only then. */
  onWork: () => void
}

/** Reports the filters as they are chosen; a name, shortly after its last key. `replace` asks for no step of its own in the history. */
export function RosterFilterBar({ filters, counts, onChange, now, onWork }: Props) {
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
    const { elements } = form.current
    // A control that has not come yet keeps what the address says.
    const others = Object.entries(onFirstPage(now())).filter(([name]) => !isControlled(name) || !elements.namedItem(name))
    onChange({ ...Object.fromEntries(others), ...rosterFilters.read(typedAsSearch(form.current)) }, inOneGo.current)
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
    for (const name of controlled) {
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

  const choices = <T extends string>(facet: RosterFacet, values: readonly T[], words: Record<T, string>) =>
    values.map((value) => counted(counts, facet, { value, text: words[value] }))
  const isSet = (...some: RosterFilter[]) => setFilters(filters).filter((filter) => some.includes(filter)).length
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
          // Nobody types faster; it gathers what an input method sends as several.
          typing.current = setTimeout(reportTyping, 8)
        }
      }}
    >
      <p className="govuk-hint">{copy.countsHint}</p>
      <Field label={copy.search} hint={copy.searchHint} name="name" type="search" defaultValue={filters.name} autoComplete="off" />
      <Select
        label={copy.columns.roles}
        name="role"
        none={copy.anyRole}
        defaultValue={filters.role}
        options={choices('role', poolRoles, poolRoleWords)}
      />
      <Select
        label={copy.columns.region}
        name="region"
        none={copy.anyRegion}
        defaultValue={filters.region}
        options={choices('region', regions, regionWords)}
      />
      {filters.region && (
        <Select
          label={copy.whoIsThere}
          name="travels"
          none={copy.livesThere}
          defaultValue={filters.travels}
          options={[{ value: 'yes', text: copy.travelsThere }]}
        />
      )}
      <Select
        label={copy.columns.standing}
        name="standing"
        none={copy.anyStanding}
        defaultValue={filters.standing}
        options={choices('standing', standings, standingWords)}
      />
      <Select
        label={copy.who}
        name="who"
        none={counted(counts, 'who', { value: 'members', text: copy.membersOnly }).text}
        defaultValue={filters.who}
        options={[counted(counts, 'who', { value: 'everyone', text: copy.everyone })]}
      />
      <Suspense>
        <TagFilter key={filters.tag ?? ''} tag={filters.tag} />
      </Suspense>
      <FilterFold
        title={copy.trainingAndSkills}
        set={copy.set(isSet('training', 'meets', 'coreAt', 'skill', 'specialism'))}
        open={isSet('training', 'meets', 'coreAt', 'skill', 'specialism') > 0}
      >
        <Select
          label={copy.columns.training}
          name="training"
          none={copy.anyTraining}
          defaultValue={filters.training}
          options={choices('training', trainings, rosterTrainingWords)}
        />
        <Suspense>
          <SkillFilters filters={filters} counts={counts} />
        </Suspense>
      </FilterFold>
      <FilterFold title={copy.workAndChecks} set={copy.set(isSet('left', 'load', 'due'))} open={isSet('left', 'load', 'due') > 0} onOpen={onWork}>
        <Select
          label={copy.left}
          hint={copy.leftHint}
          name="left"
          none={copy.anyLeft}
          defaultValue={filters.left}
          options={choices('left', rooms, copy.rooms)}
        />
        <Select label={copy.load} name="load" none={copy.anyLoad} defaultValue={filters.load} options={choices('load', loads, copy.loads)} />
        <Select
          label={copy.due}
          hint={copy.dueHint}
          name="due"
          none={copy.anyDue}
          defaultValue={filters.due}
          options={choices('due', spans, copy.spans)}
        />
      </FilterFold>
      <Button variant="secondary">{copy.apply}</Button>
    </form>
  )
}
