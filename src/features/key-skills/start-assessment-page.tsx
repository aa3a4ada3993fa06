import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { PoolRole } from '#domain/person.ts'
import { missingFrom, nextSkill, type SelfAssessment } from '#domain/self-assessment.ts'
import type { SkillProfile } from '#domain/skill-gaps.ts'
import { poolRoleWords } from '#domain/words.ts'
import { useForm } from '#lib/form.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText, WarningText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { copy as newerCopy } from './newer-framework.copy.ts'
import { NewerFramework } from './newer-framework.tsx'
import { copy } from './self-assessment.copy.ts'
import { ownSkillQueries, startSelfAssessment, withdrawSelfAssessment } from './self-assessment.queries.ts'

/** The page to go on with: the first skill without a level, or the page to check them all. */
const placeIn = (assessment: SelfAssessment): string => {
  const skill = nextSkill(assessment)
  return skill ? paths.rateSkill(assessment.id, skill) : paths.selfAssessment(assessment.id)
}

/** What a self-assessment is for and who sees it, before it starts. */
export function StartAssessmentPage() {
  const { data } = useSuspenseQuery(ownSkillQueries.assessments)
  const { data: profile } = useSuspenseQuery(ownSkillQueries.profile)
  const [movedTo, setMovedTo] = useState<number | null>(null)
  const underWay = data.assessments.find(({ state }) => state === 'in-progress')
  return (
    <>
      <BackLink to={paths.mySkills()}>{copy.mySkills}</BackLink>
      {movedTo !== null && <Success>{newerCopy.moved(movedTo)}</Success>}
      <Page title={copy.start}>
        <div className="app-measure">
          {copy.startIntro.map((text) => (
            <p key={text} className="govuk-body">
              {text}
            </p>
          ))}
          <h2 className="govuk-heading-m">{copy.whoSees}</h2>
          <p className="govuk-body">{copy.whoSeesText}</p>
          <h2 className="govuk-heading-m">{copy.beforeTitle}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {copy.before.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {underWay ? <UnderWay assessment={underWay} /> : <Begin profile={profile} onMoved={setMovedTo} />}
        </div>
      </Page>
    </>
  )
}

/** Somebody on a retired version agrees to the one in use before they begin. */
function Begin({ profile, onMoved }: { profile: SkillProfile; onMoved: (to: number) => void }) {
  const { frameworkVersion: own, newerFramework: newer, frameworkRetired: retired, roles: before } = profile
  if (newer === null) return <ChooseRoles before={before} />
  if (!retired)
    return (
      <>
        <InsetText>{copy.onOlder(own, newer)}</InsetText>
        <ChooseRoles before={before} />
      </>
    )
  return (
    <>
      <WarningText>{copy.retired(own, newer)}</WarningText>
      <NewerFramework from={own} to={newer} onMoved={onMoved} />
    </>
  )
}

function UnderWay({ assessment }: { assessment: SelfAssessment }) {
  const key = useRef(crypto.randomUUID())
  const { mutateAsync } = useMutation(withdrawSelfAssessment)
  const withdraw = useForm(() => mutateAsync({ id: assessment.id, version: assessment.version, key: key.current }))
  const left = missingFrom(assessment.asked, assessment.answers).length
  return (
    <form onSubmit={withdraw.onSubmit}>
      <ErrorSummary errors={withdraw.errors} />
      <InsetText>{copy.underWay(left, assessment.asked.length)}</InsetText>
      <p>
        <ButtonLink to={placeIn(assessment)}>{copy.goOn}</ButtonLink>
      </p>
      <p className="govuk-body">{copy.putAsideWarning}</p>
      <Button variant="secondary" busy={withdraw.busy}>
        {copy.putAside}
      </Button>
    </form>
  )
}

const roles: readonly PoolRole[] = ['chair', 'author', 'adviser']

function ChooseRoles({ before }: { before: readonly PoolRole[] }) {
  const navigate = useNavigate()
  const key = useRef(crypto.randomUUID())
  const { mutateAsync } = useMutation(startSelfAssessment)
  const form = useForm(async (values) => {
    const started = await mutateAsync({ roles: values.getAll('roles').map(String) as PoolRole[], key: key.current })
    await navigate(placeIn(started))
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      <Checkboxes
        label={copy.roles}
        hint={copy.rolesHint}
        legendSize="m"
        name="roles"
        defaultValues={before}
        error={form.errorAt('roles')}
        options={roles.map((value) => ({ value, text: poolRoleWords[value] }))}
      />
      <Button busy={form.busy}>{copy.begin}</Button>
    </form>
  )
}
