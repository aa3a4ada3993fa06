import { Link } from 'react-router'
import type { QuestionStatistics } from '#domain/question-statistics.ts'
import { Details } from '#ui/notes.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './questions.copy.ts'

/** A question that needs a look: why, how often each of its answers was chosen, and the way to it for those who keep the bank. */
export function QuestionToFix({ question, bank }: { question: QuestionStatistics; bank: string | null }) {
  const rows = [...question.options, { id: '', text: copy.blank, correct: false, chosen: question.blank }].map((option) => (
    <Row key={option.id}>
      <RowHeader>
        {option.text}
        {option.correct && <strong className="app-block">{copy.rightAnswer}</strong>}
      </RowHeader>
      <Cell nowrap>{copy.chosen(option.chosen, question.answers)}</Cell>
    </Row>
  ))
  return (
    <section aria-labelledby={`question-${question.id}`}>
      <h3 className="govuk-heading-s" id={`question-${question.id}`}>
        {question.stem}
      </h3>
      <ul className="govuk-list govuk-list--bullet">
        {question.faults.map((fault) => (
          <li key={fault}>{copy.faults[fault]}</li>
        ))}
      </ul>
      {bank && (
        <p className="govuk-body">
          <Link className="govuk-link" to={bank}>
            {copy.openInBank}
            <span className="govuk-visually-hidden">: {question.stem}</span>
          </Link>
        </p>
      )}
      <Details summary={copy.optionsOf}>
        <Table caption={question.stem} columns={copy.optionColumns.map((title) => ({ title }))} rows={rows} />
      </Details>
    </section>
  )
}
