import { type QueryClient, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLoaderData, useNavigate, useParams } from 'react-router'
import type { Lesson } from '#domain/module.ts'
import { type Enrolment, minutesLeft } from '#domain/training.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { BackLink, Details, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Progress } from '#ui/progress.tsx'
import { SaveState, type Saving } from '#ui/save-state.tsx'
import { BlockView, type More } from './blocks.tsx'
import { copy } from './lesson.copy.ts'
import type * as LessonTools from './lesson-tools.tsx'
import { trainingQueries } from './training.queries.ts'
import './lesson.scss'

const loadMore = () => import('./more-blocks.tsx')
const loadTools = () => import('./lesson-tools.tsx')

/** Fetches the blocks that a lesson has beyond the usual ones, so that it is drawn whole. */
export async function prepareLesson(client: QueryClient, lesson: Lesson): Promise<More> {
  if (!lesson.blocks.some(({ kind }) => /^(table|timeline|decide|choose|order|match|reflect|checklist|figure|recording|hard)$/.test(kind)))
    return null
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
  const article = useRef<HTMLElement>(null)
  const [saving, onSaving] = useState<Saving>({ state: 'idle' })
  const tools = useTools()
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
              {block.kind === 'heading' && (
                <p className="app-mark">{tools && <tools.Mark lesson={lesson} block={block.id} heading={block.text} />}</p>
              )}
            </div>
          ))}
          {more && <more.NotShown lesson={lesson} />}
          {tools && <tools.LessonTools lesson={lesson} progress={progress} article={article} onSaving={onSaving} />}
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
        <SaveState saving={saving} />
        <Actions>
          {previous && (
            <ButtonLink variant="secondary" to={paths.lesson(moduleId, previous.id)}>
              {copy.previous}
            </ButtonLink>
          )}
          <Finish
            key={lessonId}
            moduleId={moduleId}
            lessonId={lessonId}
            next={module.lessons[position + 1]?.id}
            enrolment={enrolment}
            onSaving={onSaving}
          />
          <ButtonLink variant="secondary" to={paths.home()}>
            {copy.stepAway}
          </ButtonLink>
        </Actions>
        <p className="govuk-body-s app-measure">{copy.support}</p>
      </Page>
    </>
  )
}

/** What comes when the lesson is drawn. A lesson can be read without it. */
function useTools(): typeof LessonTools | null {
  const [tools, setTools] = useState<typeof LessonTools | null>(null)
  useEffect(() => {
    void loadTools().then(setTools, () => undefined)
  }, [])
  return tools
}

interface FinishProps {
  moduleId: string
  lessonId: string
  next: string | undefined
  enrolment: Enrolment | null
  /** What becomes of it is said above the buttons. */
  onSaving: (saving: Saving) => void
}

function Finish({ moduleId, lessonId, next, enrolment, onSaving }: FinishProps) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  if (!enrolment) return <ButtonLink to={paths.module(moduleId)}>{copy.start}</ButtonLink>
  const goOn = async () => {
    setBusy(true)
    if (next) void client.prefetchQuery(trainingQueries.lesson(moduleId, next))
    try {
      const { finishLesson } = await loadTools()
      await finishLesson(client, enrolment, lessonId)
      onSaving({ state: 'idle' })
      await navigate(next ? paths.lesson(moduleId, next) : paths.check(moduleId))
    } catch (error) {
      onSaving({ state: 'failed', why: error instanceof Error ? error.message : String(error) })
    }
    setBusy(false)
  }
  return (
    <Button busy={busy} onClick={() => void goOn()}>
      {next ? copy.finish : copy.finishLast}
    </Button>
  )
}
