import { useEffect } from 'react'
import type { FindingGiven, SkillToAssess } from '#domain/finding.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary, type FieldError } from '#ui/error-summary.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './assessor.copy.ts'
import { EvidencePiece } from './sent.tsx'
import { SentFile } from './sent-file.tsx'
import { useKeptFinding } from './use-kept-finding.ts'
import { copy as sentCopy } from './sent.copy.ts'

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
            {levels.map(({ level, name: levelName, indicator, evidence: evidenceEnough }) => (
              <li key={level} className={level === rating.level ? 'app-levels__given' : undefined}>
                <strong>
                  {copy.levelWord(level, levelName)}
                  {level === rating.level && ` (${copy.given})`}
                </strong>
                <br />
                {indicator} <em>{copy.enough}</em> {evidenceEnough}
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
  const nameOf = (level: number) => levels.find((one) => one.level === level)?.name ?? ''
  return (
    <div className="app-measure">
      {kept.elsewhere && (
        <>
          <ErrorSummary errors={changedElsewhere} />
          <p className="govuk-body app-words">
            {copy.there}: {kept.elsewhere.outcome ? sentCopy.outcome[kept.elsewhere.outcome] : ''} {kept.elsewhere.reason}
          </p>
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
        defaultValue={answerOf(finding, rating.level)}
        error={errorAt('outcome') ?? errorAt('level')}
        options={[
          ...[0, 1, 2, 3, 4].map((level) => ({
            value: String(level),
            text: level === 0 ? copy.notYet : copy.levelWord(level, nameOf(level)),
            ...(level === rating.level ? { hint: copy.agrees } : {}),
          })),
          { value: notEnough, text: copy.notEnough },
        ]}
        onChoose={(value) => kept.choose(asFinding(value, rating.level))}
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

const notEnough = 'not-enough'

/** The one answer that an outcome and its level come to on the screen. */
function answerOf({ outcome, level }: FindingGiven, self: number): string | null {
  if (outcome === null || outcome === notEnough) return outcome
  return outcome === 'agree' ? String(self) : level === null ? null : String(level)
}

/** The level that was chosen as what it says of the level that was given: the same, lower or higher. */
function asFinding(answer: string, self: number): Pick<FindingGiven, 'outcome' | 'level'> {
  if (answer === notEnough) return { outcome: notEnough, level: null }
  const level = Number(answer)
  return level === self ? { outcome: 'agree', level: null } : { outcome: level < self ? 'lower' : 'higher', level }
}

const changedElsewhere = [{ pointer: '', detail: copy.elsewhere }]
