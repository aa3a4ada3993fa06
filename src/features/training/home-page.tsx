import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Task } from '#domain/training.ts'
import { paths } from '#paths'
import { ButtonLink } from '#ui/button.tsx'
import { InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Tag, type TagColour } from '#ui/tag.tsx'
import { TaskList } from '#ui/task-list.tsx'
import { homeCopy, rowHint, taskTitle, taskWhy } from './home.copy.ts'
import { copy } from './training.copy.ts'
import { trainingQueries } from './training.queries.ts'

/** A learner's home: what is next and why, and everything else there is to do. */
export function HomePage() {
  const { data } = useSuspenseQuery(trainingQueries.taskList)
  const next = data.tasks.find((task) => task.next)
  const waiting = data.tasks.find(({ why }) => why.until)
  return (
    <Page title={homeCopy.welcome(data.name)}>
      {next ? (
        <div className="app-measure">
          <h2 className="govuk-heading-m">{homeCopy.next(taskTitle(next))}</h2>
          <p className="govuk-body">{taskWhy(next)}</p>
          {next.newer && (
            <p className="govuk-body">
              <Link className="govuk-link" to={paths.module(next.key)}>
                {homeCopy.newer}
              </Link>
            </p>
          )}
          <ButtonLink to={addressOf(next)}>{next.state === 'in-progress' ? copy.resume : taskTitle(next)}</ButtonLink>
        </div>
      ) : waiting?.why.until ? (
        <div className="app-measure">
          <h2 className="govuk-heading-m">{homeCopy.wait(taskTitle(waiting), waiting.why.until)}</h2>
          <p className="govuk-body">{homeCopy.waitWhy}</p>
          <ButtonLink to={addressOf(waiting)}>{homeCopy.seeTry}</ButtonLink>
        </div>
      ) : (
        <InsetText>{data.tasks.every(({ state }) => state === 'done') ? homeCopy.allDone : homeCopy.nothingNow}</InsetText>
      )}
      <h2 className="govuk-heading-m">{homeCopy.tasks}</h2>
      <Tasks tasks={data.tasks.filter(({ path }) => path === null)} />
      {data.membership !== 'none' && (
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.membership()}>
            {homeCopy.membership[data.membership]}
          </Link>
        </p>
      )}
      {data.paths.map((path) => (
        <section key={path.id} aria-labelledby={path.id}>
          <h2 className="govuk-heading-m" id={path.id}>
            {path.title}
          </h2>
          <p className="govuk-body">{homeCopy.path(path)}</p>
          <Tasks tasks={data.tasks.filter((task) => task.path === path.id)} />
        </section>
      ))}
    </Page>
  )
}

const Tasks = ({ tasks }: { tasks: readonly Task[] }) => (
  <TaskList
    items={tasks.map((task) => ({
      key: task.key,
      title: task.path === null ? taskTitle(task) : task.title,
      to: addressOf(task),
      hint: rowHint(task),
      next: task.next,
      status: <State state={task.state} />,
    }))}
  />
)

function addressOf({ kind, moduleId, why }: Task): string {
  if (kind === 'skills') return why.kind === 'skills-rated' ? paths.mySkills() : paths.startSelfAssessment()
  if (kind === 'plan') return paths.plan()
  if (kind === 'evidence') return paths.evidence()
  if (kind === 'verification') return paths.verification()
  if (kind === 'profile' || moduleId === null) return paths.profile()
  if (kind === 'module') return why.kind === 'resume' && why.lesson ? paths.lesson(moduleId, why.lesson) : paths.module(moduleId)
  return paths.check(moduleId)
}

const colours: Record<Exclude<Task['state'], 'done' | 'cannot-start-yet' | 'waiting'>, TagColour> = { 'in-progress': 'teal', 'not-started': 'blue' }

/** As in the task list pattern: what is done or cannot be worked at is plain text, what wants doing is a tag. */
function State({ state }: { state: Task['state'] }) {
  if (state === 'waiting') return homeCopy.waiting
  return state === 'done' || state === 'cannot-start-yet' ? copy.state[state] : <Tag colour={colours[state]}>{copy.state[state]}</Tag>
}
