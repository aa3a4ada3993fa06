import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './tags.copy.ts'
import { addTag, removeTag, tagQueries } from './tags.queries.ts'

/** The tags on somebody's page, where coordinators add and take them away. */
export function PersonTags({ id }: { id: string }) {
  const { data } = useQuery(tagQueries.of(id))
  const { data: inUse } = useQuery(tagQueries.inUse)
  const form = useRef<HTMLFormElement>(null)
  const [said, setSaid] = useState('')
  const { mutateAsync: add } = useMutation(addTag(id))
  const remove = useMutation(removeTag(id))
  const { busy, errors, errorAt, onSubmit } = useForm(async (values) => {
    const tag = typed(values, 'tag').trim()
    await add({ tag, readWarning: values.has('readWarning') })
    form.current?.reset()
    setSaid(copy.added(tag))
  })
  if (!data) return null
  return (
    <section aria-labelledby="tags">
      <h2 className="govuk-heading-m" id="tags">
        {copy.title}
      </h2>
      <p className="govuk-body">{copy.what}</p>
      {data.tags.length === 0 ? (
        <p className="govuk-body">{copy.none}</p>
      ) : (
        <Table
          caption={copy.title}
          columns={[{ title: copy.filter }, { title: copy.who }, { title: copy.remove }]}
          rows={data.tags.map(({ id: tagId, tag, by, at }) => (
            <Row key={tagId}>
              <RowHeader>{tag}</RowHeader>
              <Cell>{copy.by(by, at)}</Cell>
              <Cell>
                <Button
                  variant="secondary"
                  busy={remove.isPending}
                  onClick={() => remove.mutate(tagId, { onSuccess: () => setSaid(copy.removed(tag)) })}
                >
                  <>
                    {copy.remove} <span className="govuk-visually-hidden">{tag}</span>
                  </>
                </Button>
              </Cell>
            </Row>
          ))}
        />
      )}
      <p role="status" className="govuk-body">
        {said}
      </p>
      <form ref={form} onSubmit={onSubmit} noValidate>
        <ErrorSummary errors={errors} />
        <Field
          label={copy.tag}
          hint={copy.tagHint(inUse?.tags.map(({ tag }) => tag).slice(0, 20) ?? [])}
          name="tag"
          width={20}
          error={errorAt('tag')}
        />
        {errorAt('readWarning') && (
          <Checkboxes label={copy.warning} name="readWarning" error={errorAt('readWarning')} options={[{ value: 'yes', text: copy.warningYes }]} />
        )}
        <Button variant="secondary" busy={busy}>
          {copy.add}
        </Button>
      </form>
    </section>
  )
}
