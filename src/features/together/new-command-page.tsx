import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import type { CommandKind, CommandPreview } from '#domain/command.ts'
import type { Standing } from '#domain/person.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText, WarningText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { type ChosenState, type CommandGiven, howMany } from './chosen.ts'
import { CommandFields } from './command-fields.tsx'
import { ExportChosen } from './export-chosen.tsx'
import { copy } from './together.copy.ts'
import { giveCommand, previewCommand, togetherQueries } from './together.queries.ts'
import { WouldDo } from './would-do.tsx'

const kinds = Object.keys(copy.would) as CommandKind[]

/** A coordinator says what is to be done to the people they chose, sees what it would come to, and does it. */
export function NewCommandPage() {
  const { kind = '' } = useParams()
  // The roster sent it; somebody who comes to the address by itself has chosen nobody.
  const state = useLocation().state as ChosenState | null
  const known = kinds.find((one) => one === kind)
  const what = known ?? 'export'
  return (
    <>
      <BackLink to={paths.roster() + (state?.from ?? '')}>{copy.toRoster}</BackLink>
      <Page title={copy.title[what]}>
        <div className="app-measure">
          {!state?.chosen ? (
            <Empty>{copy.nobody}</Empty>
          ) : (
            <>
              <p className="govuk-body">{copy.chosen(howMany(state.chosen), state.names)}</p>
              {known ? <CommandForm key={known} kind={known} state={state} /> : <ExportChosen chosen={state.chosen} />}
            </>
          )}
        </div>
      </Page>
    </>
  )
}

function CommandForm({ kind, state: { chosen } }: { kind: CommandKind; state: ChosenState }) {
  const { data } = useSuspenseQuery(togetherQueries.tags)
  const navigate = useNavigate()
  const { mutateAsync: look } = useMutation(previewCommand)
  const { mutateAsync: give } = useMutation(giveCommand)
  const [seen, setSeen] = useState<{ given: CommandGiven; preview: CommandPreview } | null>(null)
  const form = useForm(async (values) => {
    setSeen(null)
    const given = commandOf(kind, chosen, values)
    setSeen({ given, preview: await look(given) })
  })
  const doing = useForm(async () => {
    if (!seen) return
    const { id } = await give(seen.given)
    await navigate(paths.command(id), { state: { said: copy.done }, replace: true })
  })
  return (
    <>
      <form onSubmit={form.onSubmit} onChange={() => setSeen(null)} noValidate>
        <ErrorSummary errors={form.errors} />
        <CommandFields kind={kind} tags={data.tags.map(({ tag }) => tag)} errorAt={form.errorAt} />
        {kind === 'message' || kind === 'confirm' ? <WarningText>{copy.cannotUndo}</WarningText> : <InsetText>{copy.canUndo}</InsetText>}
        <Button variant={seen ? 'secondary' : undefined} busy={form.busy}>
          {copy.look}
        </Button>
      </form>
      {seen && (
        <form onSubmit={doing.onSubmit} noValidate>
          <ErrorSummary errors={doing.errors} />
          <WouldDo kind={kind} preview={seen.preview} />
          {seen.preview.done > 0 && <Button busy={doing.busy}>{copy.doIt[kind](seen.preview.done)}</Button>}
        </form>
      )}
    </>
  )
}

/** What was typed, as the API takes it. It refuses what will not do, and says where. */
function commandOf(kind: CommandKind, chosen: ChosenState['chosen'], values: FormData): CommandGiven {
  const readWarning = values.has('readWarning')
  if (kind === 'status')
    return { kind, chosen, to: typed(values, 'to') as Standing, reason: typed(values, 'reason'), until: typed(values, 'until') || null }
  if (kind === 'message') return { kind, chosen, words: typed(values, 'words'), readWarning }
  if (kind === 'confirm') return { kind, chosen }
  const tag = typed(values, 'tag')
  return kind === 'tag' ? { kind, chosen, tag, readWarning } : { kind, chosen, tag }
}
