import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigation } from 'react-router'
import { steps, type TrainingProgress } from '#domain/training-progress.ts'
import { useSearch } from '#lib/search-params.ts'
import { DownloadTable } from '#ui/download-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { StepBars } from '#ui/step-bars.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { LessonReaders } from './lesson-readers.tsx'
import { Parts } from './parts.tsx'
import { ProgressFilterRow } from './progress-filter-row.tsx'
import { progressFilters } from './training-progress-filters.ts'
import { copy } from './training-progress.copy.ts'
import { downloadFunnel, progressQueries } from './training-progress.queries.ts'

/** How far people come in each module: a picture, what it shows in a sentence, and the same as a table. */
export function TrainingProgressPage() {
  const [filters, setFilters] = useSearch(progressFilters)
  const { data } = useSuspenseQuery(progressQueries.funnel(filters))
  return (
    <Page title={copy.title} busy={useNavigation().state === 'loading'}>
      <Parts at="funnel" />
      <p className="govuk-body app-measure">{copy.intro}</p>
      <ProgressFilterRow filters={filters} choices={data.choices} onChange={(chosen) => setFilters(progressFilters.read(chosen))} />
      {data.modules.every(({ enrolled }) => enrolled === 0) ? (
        <Empty>{copy.nobody}</Empty>
      ) : (
        <Figures progress={data} only={Boolean(filters.module)} />
      )}
    </Page>
  )
}

function Figures({ progress: { modules, lessons, drop }, only }: { progress: TrainingProgress; only: boolean }) {
  const rows = modules.map((funnel) => (
    <Row key={funnel.moduleId}>
      <RowHeader>{funnel.title}</RowHeader>
      {steps.map((step) => (
        <Cell key={step} nowrap>
          {copy.count(funnel[step], step === 'enrolled' ? 0 : funnel.enrolled)}
        </Cell>
      ))}
      <Cell nowrap>{funnel.medianDays === null ? copy.noMedian : copy.days(funnel.medianDays)}</Cell>
    </Row>
  ))
  return (
    <>
      <p className="govuk-body app-measure" role="status">
        <strong>{drop ? copy.drop(drop, only) : copy.noDrop}</strong>
      </p>
      <StepBars
        title={copy.picture}
        steps={steps.map((step) => copy.steps[step])}
        rows={modules.map((funnel) => ({ key: funnel.moduleId, label: funnel.title, values: steps.map((step) => funnel[step]) }))}
      />
      <Table
        caption={copy.caption}
        columns={[copy.module, ...steps.map((step) => copy.steps[step]), copy.medianDays].map((title) => ({ title }))}
        rows={rows}
      />
      <Details summary={copy.meanings}>
        <ul className="govuk-list govuk-list--bullet">
          {copy.meaningsList.map((meaning) => (
            <li key={meaning}>{meaning}</li>
          ))}
        </ul>
      </Details>
      {modules[0] && lessons.length > 0 && <LessonReaders lessons={lessons} enrolled={modules[0].enrolled} />}
      <DownloadTable
        file="training-progress.csv"
        fetch={downloadFunnel}
        about={copy.downloadWhat}
        label={copy.download}
        failed={copy.downloadFailed}
      />
    </>
  )
}
