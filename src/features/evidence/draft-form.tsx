import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { EvidenceDraft, OwnEvidence } from '#domain/evidence.ts'
import { namesWords } from '#domain/names-words.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { LookAgainFirst } from '#ui/look-again.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { DraftFields, SkillChoice, wordsIn } from './draft-fields.tsx'
import { copy } from './evidence.copy.ts'
import { submitEvidence } from './evidence.queries.ts'
import { SentFile } from './sent-file.tsx'
import { useKeptDraft } from './use-kept-draft.ts'

interface DraftFormProps {
  evidence: OwnEvidence
  draft: EvidenceDraft
  onHandedIn: (evidence: OwnEvidence) => void
  /** The person goes on with what another tab saved: the form is to be drawn anew. */
  onTaken: () => void
}

/** A piece of evidence as it is written. It is kept as it is typed; handing in says what is missing. */
export function DraftForm({ evidence, draft, onHandedIn, onTaken }: DraftFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const kept = useKeptDraft(evidence)
  const { mutateAsync } = useMutation(submitEvidence)
  const { errors, errorAt, busy, onSubmit } = useForm(async (values) => {
    const refusal = await kept.settle()
    if (refusal) throw refusal
    try {
      const sent = { id: evidence.id, version: kept.version(), declared: values.has('declared'), readWarning: values.has('readWarning') }
      const handedIn = await mutateAsync(sent)
      kept.adopt(handedIn)
      if (handedIn.draft?.refused) throw new ApiError({ status: 422, title: copy.refused, errors: [{ pointer: '/file', detail: copy.refused }] })
      onHandedIn(handedIn)
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) kept.meetElsewhere(error.problem.current as OwnEvidence)
      throw error
    }
  })
  const typedNow = () => wordsIn(new FormData(form.current ?? undefined))
  return (
    <form ref={form} onSubmit={onSubmit} onInput={() => kept.type(typedNow())} noValidate>
      <div className="app-measure">
        {evidence.current && <h2 className="govuk-heading-m">{copy.next}</h2>}
        {kept.elsewhere ? (
          <Elsewhere
            draft={kept.elsewhere.draft}
            onKeepMine={() => kept.keepMine(typedNow())}
            onTakeTheirs={() => {
              kept.takeTheirs()
              onTaken()
            }}
          />
        ) : (
          <ErrorSummary errors={errors} />
        )}
        {evidence.kind === 'file' && (
          <SentFile draft={draft} error={errorAt('file')} sending={kept.sending} onSend={kept.send} onStop={kept.stopSending} />
        )}
        <DraftFields kind={evidence.kind} draft={draft} errorAt={errorAt} />
      </div>
      <SkillChoice draft={draft} error={errorAt('skills')} />
      <div className="app-measure">
        {draft.warnings.length > 0 && (
          <LookAgainFirst
            title={namesWords.title}
            text={namesWords.text}
            found={draft.warnings.map(namesWords.found)}
            box={namesWords.read}
            error={errorAt('readWarning') && namesWords.readFirst}
          />
        )}
        <Checkboxes label={copy.declaration} name="declared" error={errorAt('declared')} options={[{ value: 'yes', text: copy.declared }]} />
        <SaveState saving={kept.saving} />
        <Button busy={busy || kept.sending !== null}>{evidence.current ? copy.handInNext : copy.handIn[evidence.kind]}</Button>
      </div>
    </form>
  )
}

/** What another tab saved, beside what is on this page: nothing is lost, and the person chooses. */
function Elsewhere({ draft, onKeepMine, onTakeTheirs }: { draft: EvidenceDraft | null; onKeepMine: () => void; onTakeTheirs: () => void }) {
  return (
    <>
      <ErrorSummary errors={changedElsewhere} />
      <Table
        caption={copy.there}
        columns={[{ title: copy.fields.title }, { title: copy.fields.text }]}
        rows={
          <Row>
            <RowHeader>{draft?.title || copy.noWords}</RowHeader>
            <Cell>{draft?.text || draft?.url || draft?.witnessName || copy.noWords}</Cell>
          </Row>
        }
      />
      <Actions>
        <Button onClick={onKeepMine}>{copy.keepMine}</Button>
        <Button variant="secondary" onClick={onTakeTheirs}>
          {copy.takeTheirs}
        </Button>
      </Actions>
    </>
  )
}

const changedElsewhere = [{ pointer: '', detail: copy.elsewhere }]
