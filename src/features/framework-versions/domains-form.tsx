import { useLayoutEffect, useRef, useState } from 'react'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { domainsIn, type Move, moveDomain, moveSkill } from './domain-order.ts'
import { ChangedUnder, type PartProps } from './draft-part.tsx'
import { partsCopy } from './draft-parts.copy.ts'
import { keepDomains } from './framework-versions.queries.ts'
import { useDraftPart } from './use-draft-part.ts'
import './draft-order.scss'

/** Names are typed, places are changed by buttons: the focus stays on the button of what moves, and where it went is said. */
export function DomainsForm({ draft, onDone, onTaken }: PartProps) {
  const { opened, theirs, save } = useDraftPart(draft, keepDomains(draft.number), domainsIn)
  const [domains, setDomains] = useState(() => domainsIn(opened))
  const [said, setSaid] = useState('')
  const pressed = useRef<string | null>(null)
  // What is taken to another place, or into another domain, loses the focus.
  useLayoutEffect(() => {
    if (pressed.current) document.getElementById(pressed.current)?.focus()
    pressed.current = null
  })
  const form = useForm(async (values) => {
    await save(domains.map(({ id, skills }) => ({ id, name: typed(values, `name-${id}`), summary: typed(values, `summary-${id}`), skills })))
    onDone(partsCopy.domainsSaved)
  })
  const errors = form.errors.map(({ pointer, detail }) => ({ pointer: fieldOf(pointer, domains), detail }))
  const errorAt = (field: string) => errors.find(({ pointer }) => pointer === `/${field}`)?.detail
  const nameOf = (skill: string) => `${skill} ${opened.skills.find(({ id }) => id === skill)?.name ?? ''}`

  function take(what: string, button: string, moved: typeof domains | null, place: (moved: typeof domains) => string) {
    pressed.current = button
    setSaid(moved ? place(moved) : partsCopy.stays(what))
    if (moved) setDomains(moved)
  }
  const takeSkill = (skill: string, move: Move) =>
    take(nameOf(skill), `${move}-${skill}`, moveSkill(domains, skill, move), (moved) => {
      const home = moved.find(({ skills }) => skills.includes(skill))
      return partsCopy.place(nameOf(skill), (home?.skills.indexOf(skill) ?? 0) + 1, home?.skills.length ?? 0, home?.name ?? '')
    })
  const takeDomain = (id: string, name: string, move: Move) =>
    take(name, `${move}-${id}`, moveDomain(domains, id, move), (moved) =>
      partsCopy.domainPlace(name, moved.findIndex((one) => one.id === id) + 1, moved.length),
    )

  return (
    <form className="app-measure" onSubmit={form.onSubmit} noValidate>
      {theirs && form.problem?.status === 412 ? (
        <ChangedUnder onTaken={onTaken}>
          <ol className="govuk-list govuk-list--number">
            {domainsIn(theirs).map(({ id, name, skills }) => (
              <li key={id}>
                {name}: {skills.join(', ') || partsCopy.noSkills}
              </li>
            ))}
          </ol>
        </ChangedUnder>
      ) : (
        <ErrorSummary errors={errors} />
      )}
      <p className="govuk-visually-hidden" role="status">
        {said}
      </p>
      {domains.map(({ id, name, summary, skills }) => (
        <section key={id} aria-label={name} className="app-draft-domain">
          <Field label={partsCopy.domainName} name={`name-${id}`} defaultValue={name} error={errorAt(`name-${id}`)} />
          <TextArea label={partsCopy.domainSummary} name={`summary-${id}`} rows={2} most={5000} defaultValue={summary} />
          <Moves id={id} what={name} onMove={(move) => takeDomain(id, name, move)} />
          <h2 className="govuk-heading-s">{partsCopy.skillsOf(name)}</h2>
          {skills.length === 0 && <p className="govuk-body">{partsCopy.noSkills}</p>}
          <ol className="govuk-list">
            {skills.map((skill) => (
              <li key={skill} className="app-draft-skill">
                <span>{nameOf(skill)}</span>
                <Moves id={skill} what={nameOf(skill)} onMove={(move) => takeSkill(skill, move)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <Button busy={form.busy}>{theirs ? partsCopy.keepMine : partsCopy.saveDomains}</Button>
    </form>
  )
}

const Moves = ({ id, what, onMove }: { id: string; what: string; onMove: (move: Move) => void }) => (
  <span className="app-draft-moves">
    {(['up', 'down'] as const).map((move) => (
      <button
        key={move}
        id={`${move}-${id}`}
        type="button"
        className="govuk-button govuk-button--secondary"
        aria-label={partsCopy[`${move}What`](what)}
        onClick={() => onMove(move)}
      >
        {partsCopy[move]}
      </button>
    ))}
  </span>
)

/** The field of a fault: the API counts the domains in the order that was sent. */
function fieldOf(pointer: string, domains: readonly { id: string }[]): string {
  const [, , index, part] = pointer.split('/')
  const domain = domains[Number(index)]
  return domain && part ? `/${part}-${domain.id}` : ''
}
