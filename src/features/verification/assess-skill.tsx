import { useEffect } from 'react'
import type { SkillToAssess } from '#domain/finding.ts'
import type { Finding } from '#domain/verification.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary, type FieldError } from '#ui/error-summary.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { Select } from '#ui/select.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './assessor.copy.ts'
import { EvidencePiece } from './sent.tsx'
import { SentFile } from './sent-file.tsx'
import { useKeptFinding } from './use-kept-finding.ts'
import { copy as sentCopy } from './verification.copy.ts'

export const fieldOf = (skill: string, field: string) => `${field}-${skill}`

interface AssessSkillProps {
  requestId: string
  item: SkillToAssess
  hasExperience: boolean
  errors: readonly FieldError[]
  onSettle: (settle: () => Promise<boolean>) => void
  onTaken: () => void
}

/** One skill: what its levels ask beside what was sent, and below both what the assessor finds. */
export function AssessSkill({ requestId, item, hasExperience, errors, onSettle, onTaken }: AssessSkillProps) {
  const { skill, name, summary, rating, evidence, answer, levels } = item
  const titleId = `skill-${skill}`
  return (
    <section className="app-section" aria-labelledby={titleId}>
      <h2 className="govuk-heading-m" id={titleId}>
        {name}
      </h2>
      <p className="govuk-body app-measure">{summary}</p>
      <div className="app-beside">
        <div>
          <h3 className="govuk-heading-s">{copy.asked}</h3>
          <ol className="app-levels">
            {levels.map(({ level, name: levelName, indicator }) => (
              <li key={level} className={level === rating.level ? 'app-levels__given' : undefined}>
                <strong>
                  {copy.levelWord(level, levelName)}
                  {level === rating.level && ` (${copy.given})`}
                </strong>
                <br />
                {indicator}
              </li>
            ))}
          </ol>
        </div>
        <div>
          <h3 className="govuk-heading-s">{copy.reflection}</h3>
          <p className="govuk-body app-words">{rating.reflection || copy.noReflection}</p>
          {rating.confidence && (
            <p className="govuk-body">
              {copy.sure}: {copy.confidence[rating.confidence].toLowerCase()}
            </p>
          )}
          {answer && (
            <>
              <h3 className="govuk-heading-s">{copy.answer}</h3>
              <p className="govuk-body app-words">{answer}</p>
            </>
          )}
          <h3 className="govuk-heading-s">{copy.evidence}</h3>
          {evidence.length === 0 && <p className="govuk-body">{copy.noEvidence}</p>}
          {evidence.map((piece) => (
            <EvidencePiece key={piece.id} piece={piece} file={<SentFile requestId={requestId} piece={piece} />} />
          ))}
        </div>
      </div>
      <FindingFields requestId={requestId} item={item} hasExperience={hasExperience} errors={errors} onSettle={onSettle} onTaken={onTaken} />
    </section>
  )
}

function FindingFields({ requestId, item, hasExperience, errors, onSettle, onTaken }: AssessSkillProps) {
  const { skill, rating, finding, restsOnExperience, levels } = item
  const kept = useKeptFinding(requestId, finding)
  useEffect(() => {
    onSettle(kept.settle)
  })
  const field = (name: string) => fieldOf(skill, name)
  const errorAt = (name: 'outcome' | 'level' | 'reason' | 'equivalence') =>
    kept.errorAt(name) ?? errors.find(({ pointer }) => pointer === `/${field(name)}`)?.detail
  const outcomes = copy.outcomes(rating.level)
  const nameOf = (level: number) => levels.find((one) => one.level === level)?.name ?? ''
  return (
    <div className="app-measure">
      {kept.elsewhere && (
        <>
          <ErrorSummary errors={changedElsewhere} />
          <SummaryList
            rows={[
              { key: copy.there, value: kept.elsewhere.outcome ? sentCopy.outcome[kept.elsewhere.outcome] : '' },
              { key: copy.findingReason, value: <span className="app-words">{kept.elsewhere.reason}</span> },
            ]}
          />
          <Actions>
            <Button onClick={kept.keepMine}>{copy.keepMine}</Button>
            <Button variant="secondary" onClick={() => (kept.takeTheirs(), onTaken())}>
              {copy.takeTheirs}
            </Button>
          </Actions>
        </>
      )}
      <Radios
        label={copy.outcome}
        name={field('outcome')}
        defaultValue={finding.outcome}
        error={errorAt('outcome')}
        options={(Object.keys(outcomes) as Finding['outcome'][]).map((value) => ({ value, text: outcomes[value] }))}
        onChoose={(value) => kept.choose({ outcome: value as Finding['outcome'] })}
      />
      <Select
        label={copy.level}
        hint={copy.levelHint}
        name={field('level')}
        none={copy.levelNone}
        defaultValue={finding.level === null ? '' : String(finding.level)}
        error={errorAt('level')}
        options={[0, 1, 2, 3, 4]
          .filter((level) => level !== rating.level)
          .map((level) => ({ value: String(level), text: level === 0 ? copy.notYet : copy.levelWord(level, nameOf(level)) }))}
        onChoose={(value) => kept.choose({ level: value === '' ? null : Number(value) })}
      />
      <TextArea
        label={copy.findingReason}
        hint={copy.findingReasonHint}
        name={field('reason')}
        rows={4}
        most={5000}
        defaultValue={finding.reason}
        error={errorAt('reason')}
        onType={(reason) => kept.type({ reason })}
      />
      {hasExperience && (
        <TextArea
          label={copy.equivalence}
          hint={restsOnExperience ? copy.equivalenceNeeded : copy.equivalenceHint}
          name={field('equivalence')}
          rows={3}
          most={5000}
          defaultValue={finding.equivalence}
          error={errorAt('equivalence')}
          onType={(equivalence) => kept.type({ equivalence })}
        />
      )}
      <SaveState saving={kept.saving} />
    </div>
  )
}

const changedElsewhere = [{ pointer: '', detail: copy.elsewhere }]
