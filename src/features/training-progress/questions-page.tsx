import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigation } from 'react-router'
import type { ModuleStatistics, QuestionStatistics } from '#domain/question-statistics.ts'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { DownloadTable } from '#ui/download-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { FilterRow } from '#ui/filter-row.tsx'
import { Details, WarningText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Select } from '#ui/select.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { Parts } from './parts.tsx'
import { QuestionToFix } from './question-to-fix.tsx'
import { copy } from './questions.copy.ts'
import { questionFilters } from './training-progress-filters.ts'
import { copy as progressCopy } from './training-progress.copy.ts'
import { downloadStatistics, progressQueries } from './training-progress.queries.ts'

/** How the questions of one module do, those to fix first. */
export function QuestionsPage() {
  const [{ module }, setFilters] = useSearch(questionFilters)
  const { data: choices } = useSuspenseQuery(progressQueries.choices)
  const moduleId = module ?? choices.modules[0]?.moduleId ?? ''
  const { data } = useSuspenseQuery(progressQueries.statistics(moduleId))
  return (
    <Page title={copy.title} busy={useNavigation().state === 'loading'}>
      <Parts at="questions" />
      <p className="govuk-body app-measure">{copy.intro}</p>
      <FilterRow label={copy.filter} apply={copy.show} values={{ module: moduleId }} onChange={(chosen) => setFilters(questionFilters.read(chosen))}>
        <Select
          label={copy.module}
          name="module"
          defaultValue={moduleId}
          options={data.modules.map((one) => ({ value: one.moduleId, text: one.title }))}
        />
      </FilterRow>
      <Body statistics={data} />
    </Page>
  )
}

function Body({ statistics }: { statistics: ModuleStatistics }) {
  const { questions, taking, keepsBank, title, moduleId } = statistics
  if (taking) return <Empty>{copy.taking(title)}</Empty>
  if (questions.every(({ answers }) => answers === 0)) return <Empty>{copy.noneAnswered}</Empty>
  const toFix = questions.filter(({ faults }) => faults.length > 0)
  const few = questions.filter(({ enough }) => !enough)
  return (
    <>
      <p className="govuk-body" role="status">
        <strong>{copy.found(toFix.length, questions.length)}</strong>
      </p>
      {few.length > 0 && <WarningText>{copy.few(few.length, questions.length)}</WarningText>}
      <h2 className="govuk-heading-m">{copy.toFix}</h2>
      {toFix.length === 0 && <p className="govuk-body">{copy.nothingToFix}</p>}
      {toFix.map((question) => (
        <QuestionToFix key={question.id} question={question} bank={keepsBank ? paths.bankQuestion(moduleId, question.id, question.version) : null} />
      ))}
      <Table caption={copy.caption(title)} columns={copy.columns.map((column) => ({ title: column }))} rows={questions.map(row)} />
      <Details summary={copy.meanings}>
        <ul className="govuk-list govuk-list--bullet">
          {copy.meaningsList.map((meaning) => (
            <li key={meaning}>{meaning}</li>
          ))}
        </ul>
      </Details>
      <DownloadTable
        file={`questions-${moduleId}.csv`}
        fetch={() => downloadStatistics(moduleId)}
        about={copy.downloadWhat}
        label={progressCopy.download}
        failed={progressCopy.downloadFailed}
      />
    </>
  )
}

const row = (question: QuestionStatistics) => (
  <Row key={question.id}>
    <RowHeader>{question.stem}</RowHeader>
    <Cell nowrap>{copy.answers(question.answers)}</Cell>
    <Cell nowrap>{copy.facility(question.facility)}</Cell>
    <Cell nowrap>{copy.discrimination(question.discrimination)}</Cell>
    <Cell>{question.enough ? question.faults.map((fault) => copy.faultNames[fault]).join(', ') : copy.fewTag}</Cell>
  </Row>
)
