import { type QueryClient, useMutation, type UseMutationResult, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import { useLoaderData, useNavigate, useParams } from 'react-router'
import type { Lesson } from '#domain/module.ts'
import { minutesLeft } from '#domain/training.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { BackLink, Details, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Progress } from '#ui/progress.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { BlockView, type More } from './blocks.tsx'
import { copy } from './lesson.copy.ts'
import { finishLesson } from './lesson.queries.ts'
import { trainingQueries } from './training.queries.ts'
import { useKeptPlace } from './use-kept-place.ts'
import './lesson.scss'

const loadMore = () => import('./more-blocks.tsx')

/** Fetches the blocks that a lesson has beyond the usual ones, so that it is drawn whole. */
export async function prepareLesson(client: QueryClient, lesson: Lesson): Promise<More> {
  if (!lesson.blocks.some(({ kind }) => /^(choose|order|match|reflect|checklist|figure|hard)$/.test(kind))) return null
  const more = await loadMore()
  await more.prepare(client, lesson)
  return more
}

/** One lesson: its words, how far the reader is, and the way on. Leaving at any point keeps the place. */
export function LessonPage() {
  const { moduleId = '', lesson: lessonId = '' } = useParams()
  const { data: lesson } = useSuspenseQuery(trainingQueries.lesson(moduleId, lessonId))
  const { data: progress } = useSuspenseQuery(trainingQueries.module(moduleId))
  const { module, enrolment } = progress
  const more = useLoaderData<More>()
  const { article, saving } = useKeptPlace(enrolment, lessonId)
  const finish = useMutation(finishLesson)
  const position = module.lessons.findIndex(({ id }) => id === lessonId)
  const previous = module.lessons[position - 1]
  return (
    <>
      <BackLink to={paths.module(moduleId)}>{module.title}</BackLink>
      <Page title={lesson.title} caption={copy.lesson(position + 1, module.lessons.length)}>
        <article className="app-measure" key={lessonId} ref={article}>
          <Progress
            label={`${copy.takes(lesson.minutes)} ${copy.lessonsLeft(minutesLeft(progress) - module.check.minutes)}`}
            value={enrolment?.lessonsRead.length ?? 0}
            max={module.lessons.length}
          />
          {lesson.contentNote && (
            <InsetText>
              <strong>{copy.contentNote}:</strong> {lesson.contentNote}
            </InsetText>
          )}
          {lesson.blocks.map((block) => (
            <div key={block.id} id={block.id} data-block>
              <BlockView block={block} lesson={lesson} more={more} />
            </div>
          ))}
          {more && <more.NotShown lesson={lesson} />}
          <OwnNote lesson={lesson} />
          <Details summary={copy.sources}>
            <ul className="govuk-list app-sources">
              {lesson.sources.map(({ id, title, address }) => (
                <li key={id} id={`source-${id}`} tabIndex={-1}>
                  {`[${id}] `}
                  {address ? (
                    <a className="govuk-link" href={address} rel="noreferrer">
                      {title}
                    </a>
                  ) : (
                    title
                  )}
                </li>
              ))}
            </ul>
          </Details>
        </article>
        <SaveState saving={finish.error ? { state: 'failed', why: finish.error.message } : saving} />
        <Actions>
          {previous && (
            <ButtonLink variant="secondary" to={paths.lesson(moduleId, previous.id)}>
              {copy.previous}
            </ButtonLink>
          )}
          <Finish moduleId={moduleId} lessonId={lessonId} next={module.lessons[position + 1]?.id} enrolment={enrolment?.id} finish={finish} />
          <ButtonLink variant="secondary" to={paths.home()}>
            {copy.stepAway}
          </ButtonLink>
        </Actions>
        <p className="govuk-body-s app-measure">{copy.support}</p>
      </Page>
    </>
  )
}

/** Room for a note of the reader's own. It comes when they ask for it. */
function OwnNote({ lesson }: { lesson: Lesson }) {
  const [note, setNote] = useState<{ Note?: ComponentType<{ lesson: Lesson }> }>()
  if (note?.Note) return <note.Note lesson={lesson} />
  const open = () =>
    loadMore().then(
      ({ LessonNote }) => setNote({ Note: LessonNote }),
      () => setNote({}),
    )
  return (
    <>
      <Button variant="secondary" onClick={() => void open()}>
        {copy.note}
      </Button>
      <p role="status">{note && copy.noteFailed}</p>
    </>
  )
}

interface FinishProps {
  moduleId: string
  lessonId: string
  next: string | undefined
  enrolment: string | undefined
  finish: UseMutationResult<unknown, Error, { enrolment: string; lesson: string }>
}

function Finish({ moduleId, lessonId, next, enrolment, finish }: FinishProps) {
  const navigate = useNavigate()
  const client = useQueryClient()
  if (!enrolment) return <ButtonLink to={paths.module(moduleId)}>{copy.start}</ButtonLink>
  const goOn = async () => {
    if (next) void client.prefetchQuery(trainingQueries.lesson(moduleId, next))
    await finish.mutateAsync({ enrolment, lesson: lessonId })
    await navigate(next ? paths.lesson(moduleId, next) : paths.check(moduleId))
  }
  return (
    // That it failed is said above the buttons.
    <Button busy={finish.isPending} onClick={() => void goOn().catch(() => undefined)}>
      {next ? copy.finish : copy.finishLast}
    </Button>
  )
}
