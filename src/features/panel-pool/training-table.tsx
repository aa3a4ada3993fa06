import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { TrainingRecord } from '#domain/training.ts'
import { showDay } from '#lib/show.ts'
import { paths } from '#paths'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './panel-pool.copy.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'

/** How far somebody is on the path of their roles, module by module, and where they can be given another try. */
export function TrainingTable({ id }: { id: string }) {
  const { data } = useSuspenseQuery(panelPoolQueries.training(id))
  const rows = data.modules.map((module) => (
    <Row key={module.moduleId}>
      <RowHeader>
        {module.title}
        {module.moduleVersion !== null && copy.version(module.moduleVersion)}
        {!module.onPath && copy.notOnPath}
      </RowHeader>
      <Cell>
        {copy.moduleState[module.state]}
        {module.passedBy === 'diagnostic' && copy.byDiagnostic}
      </Cell>
      <Cell nowrap>{copy.of(module.lessonsRead, module.lessons)}</Cell>
      <Cell>
        <Tries id={id} module={module} />
      </Cell>
      <Cell nowrap>{module.bestRight === null ? copy.dash : copy.of(module.bestRight, module.items)}</Cell>
      <Cell nowrap>{module.passedAt ? showDay(module.passedAt) : copy.dash}</Cell>
    </Row>
  ))
  return (
    <>
      <h2 className="govuk-heading-m">{copy.training}</h2>
      {data.paths.map((path) => (
        <p className="govuk-body" key={path.id}>
          {copy.pathState(path)}
        </p>
      ))}
      <Table caption={copy.trainingCaption} columns={copy.trainingColumns.map((title) => ({ title }))} rows={rows} />
      <p className="govuk-body app-measure">{copy.trainingNote}</p>
    </>
  )
}

function Tries({ id, module }: { id: string; module: TrainingRecord['modules'][number] }) {
  if (module.tries === 0 || module.triesLeft === null) return module.tries
  return (
    <>
      {copy.triesUsed(module.tries, module.triesLeft)}{' '}
      <Link className="govuk-link" to={paths.extraTries(id, module.moduleId)}>
        {copy.giveTries}
        <span className="govuk-visually-hidden">{copy.atModule(module.title)}</span>
      </Link>
    </>
  )
}
