import { useSuspenseQuery } from '@tanstack/react-query'
import type { Anchors } from '#domain/anchor.ts'
import { poolRoleWords } from '#domain/words.ts'
import { paths } from '#paths'
import { Page } from '#ui/page.tsx'
import { Progress } from '#ui/progress.tsx'
import { Tag } from '#ui/tag.tsx'
import { TaskList } from '#ui/task-list.tsx'
import { AgreementFigures } from './agreement-figures.tsx'
import { calibrationText, copy } from './anchors.copy.ts'
import { anchorsQueries } from './anchors.queries.ts'

export function AnchorsPage() {
  const { data: anchors } = useSuspenseQuery(anchorsQueries.list)
  const { dossiers, calibration } = anchors
  const handedIn = dossiers.filter(({ state }) => state === 'handed-in').length
  return (
    <Page title={copy.title} caption={copy.caption}>
      <div className="app-measure">
        <p className="govuk-body">{copy.intro}</p>
        <p className="govuk-body">{copy.whoSees}</p>
        <Progress label={copy.progress(handedIn, dossiers.length)} value={handedIn} max={dossiers.length} />
        <p className="govuk-body">
          <strong>{calibrationText(calibration)}</strong>
        </p>
        <TaskList items={items(anchors)} />
      </div>
      <AgreementFigures anchors={anchors} />
    </Page>
  )
}

function items({ dossiers }: Anchors) {
  const next = dossiers.find(({ state }) => state !== 'handed-in')
  return dossiers.map(({ id, title, candidate, role, state, rated, skills, handedInAt }) => {
    const about = copy.hint(candidate, poolRoleWords[role])
    const far = handedInAt ? copy.handedInAt(handedInAt) : state === 'in-progress' ? copy.ratedSoFar(rated, skills) : null
    return {
      key: id,
      title,
      to: paths.anchor(id),
      hint: far ? `${about}; ${far}` : about,
      status: state === 'handed-in' ? copy.state[state] : <Tag colour={state === 'in-progress' ? 'teal' : 'blue'}>{copy.state[state]}</Tag>,
      next: next?.id === id,
    }
  })
}
