import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DraftSkill, FrameworkDraft, SkillWords } from '#domain/framework-version.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Details } from '#ui/notes.tsx'
import { Select } from '#ui/select.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { skillCopy } from './draft-skill.copy.ts'
import { copy } from './framework-versions.copy.ts'
import { keepSkill } from './framework-versions.queries.ts'
import { asWords, fieldFor, levels, partsOf, poolRoles } from './skill-words.ts'

interface SkillWordsFormProps {
  skill: DraftSkill
  draft: FrameworkDraft
  onSaved: () => void
}

const same = (one: SkillWords, other: SkillWords) => JSON.stringify(partsOf(one)) === JSON.stringify(partsOf(other))

/** The form keeps the words and the version that it was opened with, whatever is saved meanwhile. */
export function SkillWordsForm({ skill, draft, onSaved }: SkillWordsFormProps) {
  const [opened] = useState(skill)
  const [mine, setMine] = useState<SkillWords | null>(null)
  const { mutateAsync } = useMutation(keepSkill(opened.number, opened.skill))

  /** Somebody who changed another part of the draft is not in the way: what was typed is saved over what was read. */
  async function send(version: number, words: SkillWords): Promise<void> {
    try {
      await mutateAsync({ version, words })
    } catch (error) {
      const theirs = error instanceof ApiError && error.status === 412 ? (error.problem.current as DraftSkill) : null
      if (!theirs || theirs.version === version || !same(theirs.words, opened.words)) throw error
      await send(theirs.version, words)
    }
  }

  const form = useForm(async (values) => {
    const words = asWords(values)
    setMine(words)
    await send(theirsNow?.version ?? opened.version, words)
    onSaved()
  })
  const theirsNow = form.problem?.status === 412 ? (form.problem.problem.current as DraftSkill) : null
  const errors = form.errors.map(({ pointer, detail }) => ({ pointer: fieldFor(pointer, mine), detail }))
  const errorAt = (name: string) => errors.find(({ pointer }) => pointer === `/${name}`)?.detail
  const { words } = opened
  return (
    <form onSubmit={form.onSubmit} noValidate>
      {theirsNow && mine ? <ChangedUnder theirs={theirsNow.words} mine={mine} onTakeTheirs={onSaved} /> : <ErrorSummary errors={errors} />}
      <Field label={skillCopy.name} name="name" defaultValue={words.name} error={errorAt('name')} />
      <Select
        label={skillCopy.domain}
        name="domain"
        defaultValue={words.domain}
        error={errorAt('domain')}
        options={draft.domains.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <TextArea label={skillCopy.summary} name="summary" rows={3} most={5000} defaultValue={words.summary} error={errorAt('summary')} />
      <TextArea label={skillCopy.why} hint={skillCopy.whyHint} name="why" most={5000} defaultValue={words.why} error={errorAt('why')} />
      <Field
        label={skillCopy.sources}
        hint={skillCopy.sourcesHint}
        name="sources"
        defaultValue={words.sources.join(', ')}
        error={errorAt('sources')}
      />
      <Details summary={skillCopy.allSources(draft.sources.length)}>
        <ul className="govuk-list">
          {draft.sources.map(({ id, title }) => (
            <li key={id}>
              <strong>{id}</strong> {title}
            </li>
          ))}
        </ul>
      </Details>
      {poolRoles.map((role) => {
        const held = words.roles.find((one) => one.role === role)
        return (
          <div key={role}>
            <Radios
              label={skillCopy.role[role]}
              name={`weight-${role}`}
              defaultValue={held?.weight ?? 'none'}
              options={(['core', 'useful', 'none'] as const).map((value) => ({ value, text: skillCopy.weight[value] }))}
            />
            <TextArea
              label={skillCopy.roleWhy[role]}
              name={`why-${role}`}
              rows={2}
              most={5000}
              defaultValue={held?.why}
              error={errorAt(`why-${role}`)}
            />
          </div>
        )
      })}
      {levels.map((level) => {
        const held = words.levels.find((one) => one.level === level)
        return (
          <div key={level}>
            <h2 className="govuk-heading-m">{`Level ${level}`}</h2>
            <TextArea
              label={skillCopy.indicator(level)}
              name={`indicator-${level}`}
              rows={4}
              most={5000}
              defaultValue={held?.indicator}
              error={errorAt(`indicator-${level}`)}
            />
            <TextArea
              label={skillCopy.evidence(level)}
              name={`evidence-${level}`}
              rows={3}
              most={5000}
              defaultValue={held?.evidence}
              error={errorAt(`evidence-${level}`)}
            />
          </div>
        )
      })}
      <Button busy={form.busy}>{theirsNow ? skillCopy.keepMine : skillCopy.saveSkill}</Button>
    </form>
  )
}

interface ChangedUnderProps {
  theirs: SkillWords
  mine: SkillWords
  onTakeTheirs: () => void
}

/** Both wordings of every part that differs. The form's own button saves mine. */
function ChangedUnder({ theirs, mine, onTakeTheirs }: ChangedUnderProps) {
  const [saved, typedIn] = [partsOf(theirs), partsOf(mine)]
  const rows = Object.keys(saved)
    .filter((part) => saved[part] !== typedIn[part])
    .map((part) => (
      <Row key={part}>
        <RowHeader>{partName(part)}</RowHeader>
        <Cell>{saved[part] || copy.dash}</Cell>
        <Cell>{typedIn[part] || copy.dash}</Cell>
      </Row>
    ))
  return (
    <>
      <ErrorSummary errors={changed} />
      <Table caption={copy.changes} columns={[{ title: skillCopy.part }, { title: skillCopy.theirs }, { title: skillCopy.yours }]} rows={rows} />
      <Button>{skillCopy.keepMine}</Button>{' '}
      <Button variant="secondary" onClick={onTakeTheirs}>
        {skillCopy.takeTheirs}
      </Button>
    </>
  )
}

const changed = [{ pointer: '', detail: skillCopy.changedUnder }]

function partName(part: string): string {
  const [kind = '', which = ''] = part.split('-')
  if (kind === 'indicator') return skillCopy.indicator(Number(which))
  if (kind === 'evidence') return skillCopy.evidence(Number(which))
  const role = poolRoles.find((one) => one === which)
  return role ? skillCopy.roleWhy[role] : copy.field(part, null)
}
