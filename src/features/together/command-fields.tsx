import type { CommandKind } from '#domain/command.ts'
import type { Standing } from '#domain/person.ts'
import { standingWords } from '#domain/words.ts'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { Empty } from '#ui/empty.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './together.copy.ts'

const standings = Object.keys(standingWords) as Standing[]

interface FieldsProps {
  kind: CommandKind
  /** The tags that somebody has. */
  tags: readonly string[]
  errorAt: (field: string) => string | undefined
}

/** What has to be said for a command of each kind. */
export function CommandFields({ kind, tags, errorAt }: FieldsProps) {
  const warning = errorAt('readWarning') && (
    <Checkboxes label={copy.warning} name="readWarning" error={errorAt('readWarning')} options={[{ value: 'yes', text: copy.warningYes }]} />
  )
  if (kind === 'status')
    return (
      <>
        <Select
          label={copy.to}
          hint={copy.toHint}
          name="to"
          none={copy.toNone}
          error={errorAt('to')}
          options={standings.map((value) => ({ value, text: standingWords[value] }))}
        />
        <Field label={copy.until} hint={copy.untilHint} name="until" type="date" width={10} error={errorAt('until')} />
        <TextArea label={copy.reason} hint={copy.reasonHint} name="reason" rows={3} most={500} error={errorAt('reason')} />
      </>
    )
  if (kind === 'message')
    return (
      <>
        <TextArea label={copy.words} hint={copy.wordsHint} name="words" rows={10} most={2000} error={errorAt('words')} />
        {warning}
      </>
    )
  if (kind === 'confirm') return <p className="govuk-body">{copy.confirmWhat}</p>
  if (kind === 'tag')
    return (
      <>
        <Field
          label={copy.tag}
          hint={copy.tagHint + (tags.length > 0 ? copy.tagsInUse(tags.slice(0, 20)) : '')}
          name="tag"
          width={20}
          error={errorAt('tag')}
        />
        {warning}
      </>
    )
  if (tags.length === 0) return <Empty>{copy.noTags}</Empty>
  return (
    <Select label={copy.untag} name="tag" none={copy.untagNone} error={errorAt('tag')} options={tags.map((tag) => ({ value: tag, text: tag }))} />
  )
}
