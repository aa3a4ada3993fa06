import type { BankQuestion } from '#domain/question-bank.ts'
import { copy } from './question-banks.copy.ts'

/** The options of a question, each with why it is right or what it misses, and what that rests on. */
export const QuestionAnswers = ({ question: { options } }: { question: BankQuestion }) => (
  <ul className="govuk-list">
    {options.map(({ id, text, correct, feedback, sources }) => (
      <li key={id}>
        <p className="govuk-body app-close">
          <strong>
            {correct && `${copy.right}: `}
            {text}
          </strong>
        </p>
        <p className="govuk-body app-close">{feedback}</p>
        <p className="govuk-body-s">
          {copy.sources(sources.length)} {sources.map(({ id: source, title }) => `[${source}] ${title}`).join('; ')}
        </p>
      </li>
    ))}
  </ul>
)
