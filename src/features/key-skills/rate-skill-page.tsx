import { useSuspenseQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import type { Skill } from '#domain/framework.ts'
import { namesWords } from '#domain/names-words.ts'
import { type Confidence, minutesToGo, type SelfAssessment, type SkillAnswer } from '#domain/self-assessment.ts'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { LookAgain } from '#ui/look-again.tsx'
import { BackLink, Details, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Progress } from '#ui/progress.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy, levelWord } from './self-assessment.copy.ts'
import { ownSkillQueries } from './self-assessment.queries.ts'
import { useKeptSkillAnswer } from './use-kept-skill-answer.ts'

/** One skill a page: every level in full words, nothing chosen beforehand. */
export function RateSkillPage() {
  const { id = '', skill: skillId = '' } = useParams()
  const { data: assessment } = useSuspenseQuery(ownSkillQueries.assessment(id))
  const { data: framework } = useSuspenseQuery(ownSkillQueries.words(assessment.frameworkVersion))
  const [taken, setTaken] = useState(0)
  if (assessment.state !== 'in-progress') return <Navigate to={paths.selfAssessment(id)} replace />
  const skill = framework.domains.flatMap(({ skills }) => skills).find((one) => one.id === skillId)
  const at = assessment.asked.findIndex((one) => one.skill === skillId)
  if (!skill || at === -1) throw new ApiError({ status: 404, title: 'This self-assessment does not ask about that skill' })
  return (
    <>
      <BackLink to={paths.selfAssessment(id)}>{copy.toCheck}</BackLink>
      <Page title={skill.name} caption={copy.position(at + 1, assessment.asked.length, minutesToGo(assessment))}>
        <RateSkill
          key={`${skillId} ${taken}`}
          assessment={assessment}
          at={at}
          skill={skill}
          levelNames={framework.levels.map(({ name }) => name)}
          onTaken={() => setTaken(taken + 1)}
        />
      </Page>
    </>
  )
}

interface RateSkillProps {
  assessment: SelfAssessment
  at: number
  skill: Skill
  levelNames: readonly string[]
  onTaken: () => void
}

function RateSkill({ assessment, at, skill, levelNames, onTaken }: RateSkillProps) {
  const navigate = useNavigate()
  const { asked, answers, roles } = assessment
  const answer = answers.find((one) => one.skill === skill.id)
  const kept = useKeptSkillAnswer(assessment, skill.id)
  const [going, setGoing] = useState(false)
  const place = (step: number) => {
    const next = asked[at + step]
    return next ? paths.rateSkill(assessment.id, next.skill) : paths.selfAssessment(assessment.id)
  }
  const goOn = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setGoing(true)
    if (await kept.settle()) await navigate(place(1))
    setGoing(false)
  }
  const rated = answers.filter(({ level }) => level !== null).length
  const need = asked[at]
  return (
    <form className="app-measure" onSubmit={(event) => void goOn(event)} noValidate>
      <Progress label={`${rated} of ${asked.length} rated`} value={rated} max={asked.length} />
      {kept.elsewhere ? (
        <Elsewhere answer={kept.elsewhere} onKeepMine={kept.keepMine} onTakeTheirs={() => (kept.takeTheirs(), onTaken())} />
      ) : (
        <ErrorSummary errors={kept.error} />
      )}
      {assessment.newerFramework !== null && at === 0 && <InsetText>{copy.newer(assessment.newerFramework, assessment.frameworkVersion)}</InsetText>}
      <p className="govuk-body">{skill.summary}</p>
      {need && (
        <p className="govuk-hint">
          {copy.weight[need.weight]}. {copy.asks(need.needs)}
        </p>
      )}
      <Details summary={copy.why}>
        {skill.roles
          .filter(({ role }) => roles.includes(role))
          .map(({ role, why }) => (
            <p key={role} className="govuk-body">
              {why}
            </p>
          ))}
        <Link className="govuk-link" to={paths.versionSkill(assessment.frameworkVersion, skill.id)}>
          {skill.name}
        </Link>
      </Details>
      <Radios
        label={copy.question}
        legendSize="m"
        name="level"
        defaultValue={answer?.level == null ? null : String(answer.level)}
        options={[
          { value: '0', text: copy.notYet, hint: copy.notYetHint },
          ...skill.levels.map(({ level, indicator }) => ({
            value: String(level),
            text: copy.level(level, levelNames[level - 1] ?? ''),
            hint: indicator,
          })),
        ]}
        onChoose={(value) => kept.choose({ level: Number(value) })}
      />
      <Radios
        label={copy.confidence}
        name="confidence"
        defaultValue={answer?.confidence}
        options={(['low', 'medium', 'high'] as const).map((value) => ({ value, text: copy.confidenceWords[value] }))}
        onChoose={(value) => kept.choose({ confidence: value as Confidence })}
      />
      <TextArea
        label={copy.reflection}
        hint={copy.reflectionHint}
        name="reflection"
        most={5000}
        defaultValue={answer?.reflection}
        error={kept.error.find(({ pointer }) => pointer === '/reflection')?.detail}
        onType={kept.type}
      />
      <LookAgain title={namesWords.title} text={copy.namesWhy} found={(answer?.warnings ?? []).map(namesWords.found)} />
      <SaveState saving={kept.saving} />
      <p className="govuk-body">{copy.seenBy}</p>
      <Actions>
        <Button busy={going}>{copy.next}</Button>
        {at > 0 && (
          <ButtonLink variant="secondary" to={place(-1)}>
            {copy.previous}
          </ButtonLink>
        )}
        <Link className="govuk-link" to={paths.home()}>
          {copy.stop}
        </Link>
      </Actions>
    </form>
  )
}

/** What another tab saved, beside what is on this page: nothing is lost, and the person chooses. */
function Elsewhere({ answer, onKeepMine, onTakeTheirs }: { answer: SkillAnswer; onKeepMine: () => void; onTakeTheirs: () => void }) {
  return (
    <>
      <ErrorSummary errors={changedElsewhere} />
      <Table
        caption={copy.there}
        columns={[{ title: copy.columns[1] ?? '' }, { title: copy.reflection }]}
        rows={
          <Row>
            <RowHeader>{answer.level === null ? copy.notRated : levelWord(answer.level)}</RowHeader>
            <Cell>{answer.reflection || copy.noReflection}</Cell>
          </Row>
        }
      />
      <Actions>
        <Button onClick={onKeepMine}>{copy.keepMine}</Button>
        <Button variant="secondary" onClick={onTakeTheirs}>
          {copy.takeTheirs}
        </Button>
      </Actions>
    </>
  )
}

const changedElsewhere = [{ pointer: '', detail: copy.elsewhere }]
