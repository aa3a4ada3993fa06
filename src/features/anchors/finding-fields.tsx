import { useState } from 'react'
import type { AnchorDossier, AnchorFinding } from '#domain/anchor.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Details, InsetText } from '#ui/notes.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './anchors.copy.ts'
import type { useKeptFindings } from './use-kept-findings.ts'

interface FindingFieldsProps {
  anchor: AnchorDossier
  asked: AnchorDossier['skills'][number]
  kept: ReturnType<typeof useKeptFindings>
  errorAt: (field: string) => string | undefined
}

/** The level and the reason for one skill, with the full words of every level, kept as they are given. */
export function FindingFields({ anchor, asked: { skill, words }, kept, errorAt }: FindingFieldsProps) {
  // What the fields start from: taking what another tab saved starts them anew.
  const [start, setStart] = useState<AnchorFinding & { round: number }>(() => ({ ...kept.start(skill), round: 0 }))
  const nameOf = (level: number) => anchor.levels.find((one) => one.level === level)?.name
  const theirs = kept.conflicts[skill]
  return (
    <div key={start.round}>
      <h3 className="govuk-heading-s">{copy.yourRating}</h3>
      {theirs && (
        <InsetText>
          <p role="alert">{copy.changedElsewhere}</p>
          <p>{copy.theirs(theirs.level === null ? copy.state['not-started'] : copy.level(theirs.level, nameOf(theirs.level)), theirs.reason)}</p>
          <Button onClick={() => kept.choose(skill, 'mine')}>{copy.keepMine}</Button>{' '}
          <Button variant="secondary" onClick={() => setStart({ ...kept.choose(skill, 'theirs'), round: start.round + 1 })}>
            {copy.takeTheirs}
          </Button>
        </InsetText>
      )}
      <Radios
        label={copy.levelFor(`${skill} ${words.name}`)}
        name={`level-${skill}`}
        defaultValue={start.level === null ? null : String(start.level)}
        error={errorAt(`level-${skill}`)}
        options={[
          { value: '0', text: copy.level(0, undefined), hint: copy.notEnough },
          ...words.levels.map(({ level, indicator }) => ({ value: String(level), text: copy.level(level, nameOf(level)), hint: indicator })),
        ]}
        onChoose={(value) => kept.keep(skill, { level: Number(value) })}
      />
      <Details summary={copy.evidenceAsked}>
        <ul className="govuk-list">
          {words.levels.map(({ level, evidence }) => (
            <li key={level}>
              <strong>{copy.level(level, nameOf(level))}.</strong> {evidence}
            </li>
          ))}
        </ul>
      </Details>
      <TextArea
        label={copy.reason}
        hint={copy.reasonHint}
        name={`reason-${skill}`}
        most={5000}
        defaultValue={start.reason}
        error={errorAt(`reason-${skill}`)}
        onType={(reason) => kept.keep(skill, { reason })}
        onLeave={() => void kept.sendNow(skill)}
      />
      <SaveState saving={kept.saving[skill] ?? { state: 'idle' }} />
    </div>
  )
}
