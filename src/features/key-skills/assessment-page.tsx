import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useParams } from 'react-router'
import type { Framework } from '#domain/framework.ts'
import { namesWords } from '#domain/names-words.ts'
import { missingFrom, type SelfAssessment } from '#domain/self-assessment.ts'
import { useForm } from '#lib/form.ts'
import { showMoment } from '#lib/show.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { LookAgain } from '#ui/look-again.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { copy } from './self-assessment.copy.ts'
import { ownSkillQueries, submitSelfAssessment } from './self-assessment.queries.ts'

/** Everything that was chosen, to look over and hand in; afterwards, as it was handed in. */
export function AssessmentPage() {
  const { id = '' } = useParams()
  const { data: assessment } = useSuspenseQuery(ownSkillQueries.assessment(id))
  const { data: framework } = useSuspenseQuery(ownSkillQueries.words(assessment.frameworkVersion))
  const [handedIn, setHandedIn] = useState(false)
  const open = assessment.state === 'in-progress'
  return (
    <>
      <BackLink to={paths.mySkills()}>{copy.mySkills}</BackLink>
      {handedIn && <Success>{copy.handedIn}</Success>}
      <Page title={open ? copy.check : copy.start}>
        {assessment.submittedAt && (
          <>
            <InsetText>{copy.handedInOn(showMoment(assessment.submittedAt))}</InsetText>
            <ButtonLink to={paths.mySkills()}>{copy.seeSkills}</ButtonLink>
          </>
        )}
        {assessment.state === 'withdrawn' && <InsetText>{copy.withdrawn}</InsetText>}
        {open && <p className="govuk-body app-measure">{copy.checkIntro}</p>}
        <p className="govuk-body app-measure">{copy.seenBy}</p>
        <Chosen assessment={assessment} framework={framework} />
        {open && <HandIn assessment={assessment} onHandedIn={() => setHandedIn(true)} />}
      </Page>
    </>
  )
}

function Chosen({ assessment, framework }: { assessment: SelfAssessment; framework: Framework }) {
  const open = assessment.state === 'in-progress'
  const asked = new Set(assessment.asked.map(({ skill }) => skill))
  return framework.domains
    .map((domain) => ({ ...domain, skills: domain.skills.filter(({ id }) => asked.has(id)) }))
    .filter(({ skills }) => skills.length > 0)
    .map((domain) => (
      <section key={domain.id}>
        <h2 className="govuk-heading-m">{domain.name}</h2>
        <SummaryList
          rows={domain.skills.map((skill) => {
            const answer = assessment.answers.find((one) => one.skill === skill.id)
            const level = answer?.level ?? null
            return {
              key: skill.name,
              value: (
                <>
                  {level === null ? copy.notRated : level === 0 ? copy.notYet : copy.level(level, framework.levels[level - 1]?.name ?? '')}
                  {answer?.reflection && <p className="govuk-hint">{answer.reflection}</p>}
                  {open && answer && answer.warnings.length > 0 && (
                    <LookAgain title={namesWords.title} text={copy.namesWhy} found={answer.warnings.map(namesWords.found)} />
                  )}
                </>
              ),
              ...(open ? { action: { to: paths.rateSkill(assessment.id, skill.id), text: level === null ? copy.rate : copy.change } } : {}),
            }
          })}
        />
      </section>
    ))
}

function HandIn({ assessment, onHandedIn }: { assessment: SelfAssessment; onHandedIn: () => void }) {
  const key = useRef(crypto.randomUUID())
  const { mutateAsync } = useMutation(submitSelfAssessment)
  const form = useForm(async () => {
    await mutateAsync({ id: assessment.id, version: assessment.version, key: key.current })
    onHandedIn()
  })
  const missing = missingFrom(assessment.asked, assessment.answers).length
  return (
    <form onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors.length > 0 && missing > 0 ? [{ pointer: '', detail: copy.missing(missing) }] : form.errors} />
      {missing > 0 && <InsetText>{copy.missing(missing)}</InsetText>}
      <Button busy={form.busy}>{copy.submit}</Button>
    </form>
  )
}
