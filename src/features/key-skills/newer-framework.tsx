import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { FrameworkChange } from '#domain/framework-changes.ts'
import { useForm } from '#lib/form.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Details, InsetText } from '#ui/notes.tsx'
import { copy } from './newer-framework.copy.ts'
import { agreeToMove, ownSkillQueries } from './self-assessment.queries.ts'

/** Says that a newer version is in use, what it changes for the skills of this person, and moves them when they agree. */
export function NewerFramework({ from, to, onMoved }: { from: number; to: number; onMoved: (to: number) => void }) {
  const { data: move } = useQuery(ownSkillQueries.move)
  const { mutateAsync } = useMutation(agreeToMove)
  const form = useForm(async () => {
    await mutateAsync(to)
    onMoved(to)
  })
  if (!move || move.from === move.to) return null
  const names = new Map(move.changes.filter(({ of }) => of === 'skill' || of === 'level').map(({ id, name }) => [id, name]))
  const list = (skills: readonly string[]) => (
    <ul className="govuk-list govuk-list--bullet">
      {skills.map((id) => (
        <li key={id}>
          {id} {names.get(id)}
        </li>
      ))}
    </ul>
  )
  return (
    <InsetText>
      <h2 className="govuk-heading-m">{copy.title(to)}</h2>
      <p>{copy.what(from)}</p>
      <p>{copy.finding(move.carried.length, move.rateAgain.length, move.verifyAgain.length)}</p>
      {move.rateAgain.length > 0 && (
        <>
          <p>{copy.rateAgain}</p>
          {list(move.rateAgain)}
        </>
      )}
      {move.verifyAgain.length > 0 && (
        <>
          <p>{copy.verifyAgain}</p>
          {list(move.verifyAgain)}
        </>
      )}
      {move.changes.length > 0 && (
        <Details summary={copy.changes}>
          <ul className="govuk-list govuk-list--bullet">
            {move.changes.map((change) => (
              <li key={`${change.kind} ${change.of} ${change.id} ${change.level}`}>{sentence(change)}</li>
            ))}
          </ul>
        </Details>
      )}
      <p>
        <Link className="govuk-link" to={paths.frameworkVersion(to)}>
          {copy.read(to)}
        </Link>
      </p>
      <form onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} />
        <Button variant="secondary" busy={form.busy}>
          {copy.agree(to)}
        </Button>
      </form>
    </InsetText>
  )
}

const sentence = ({ kind, id, name, level }: FrameworkChange) => copy.change[kind](`${id} ${name}`, level)
