import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { LessonNote } from '#domain/learning-log.ts'
import { namesWords } from '#domain/names-words.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { LookAgain } from '#ui/look-again.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useKept } from '#ui/use-kept.ts'
import { copy } from './learning-log.copy.ts'
import { keepNote, learningLogQueries, type NotePlace, showNote } from './learning-log.queries.ts'

/** The longest note that is taken. Source: the API. */
const most = 20_000

interface KeptNoteProps {
  place: NotePlace
  block: string
  label: string
  hint?: string
  rows?: number
  /** Whether somebody asked for the field just now, so that they can type at once. */
  focused?: boolean
}

/** Room for words that are kept in the learning log as they are typed. */
export function KeptNote(props: KeptNoteProps) {
  const { place, block } = props
  const { data: notes, isError, refetch } = useQuery(learningLogQueries.notes(place))
  const [drawn, setDrawn] = useState(0)
  if (notes)
    return (
      <NoteField
        key={drawn}
        {...props}
        opened={notes.find((note) => note.block === block) ?? { block, version: 0, words: '', warnings: [] }}
        onTaken={() => setDrawn(drawn + 1)}
      />
    )
  return (
    <div role="status">
      <p className="govuk-body">{isError ? copy.failed : copy.loading}</p>
      {isError && (
        <Button variant="secondary" onClick={() => void refetch()}>
          {copy.again}
        </Button>
      )}
    </div>
  )
}

function NoteField({
  place,
  block,
  label,
  hint,
  rows = 6,
  focused = false,
  opened,
  onTaken,
}: KeptNoteProps & { opened: LessonNote; onTaken: () => void }) {
  const client = useQueryClient()
  const name = `${block}-words`
  const kept = useKept({
    name: ['note', place.moduleId, place.moduleVersion, place.lesson, block].join(' '),
    opened: { given: opened.words, version: opened.version },
    send: (version, words) => keepNote(place, block, version, words),
    onKept: ({ version }, words) => showNote(client, place, { block, version, words, warnings: opened.warnings }),
    // What the route says there is now.
    currentIn: (current) => current as LessonNote,
    changedElsewhere: copy.changedElsewhere,
  })
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focused) field.current?.querySelector('textarea')?.focus()
  }, [focused])
  const takeTheirs = () => {
    if (kept.elsewhere) showNote(client, place, kept.elsewhere)
    kept.giveUpMine()
    onTaken()
  }
  return (
    <div ref={field}>
      {kept.elsewhere && (
        <>
          <ErrorSummary errors={[{ pointer: '', detail: copy.elsewhere }]} />
          <h3 className="govuk-heading-s">{copy.there}</h3>
          <p className="govuk-body app-as-typed">{kept.elsewhere.words || copy.nothingThere}</p>
          <Actions>
            <Button onClick={kept.keepMine}>{copy.keepMine}</Button>
            <Button variant="secondary" onClick={takeTheirs}>
              {copy.takeTheirs}
            </Button>
          </Actions>
        </>
      )}
      <TextArea
        label={label}
        hint={[hint, copy.private].filter(Boolean).join(' ')}
        name={name}
        rows={rows}
        most={most}
        defaultValue={kept.start}
        error={kept.error.find(({ pointer }) => pointer === '/words')?.detail}
        onType={(words) => kept.type(() => words)}
        onLeave={() => void kept.settle()}
      />
      <LookAgain title={namesWords.title} text={namesWords.text} found={opened.warnings.map(namesWords.found)} />
      <SaveState saving={kept.saving} />
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.learningLog()}>
          {copy.toLog}
        </Link>
      </p>
    </div>
  )
}
