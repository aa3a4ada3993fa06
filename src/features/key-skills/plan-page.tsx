import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { PlanStep } from '#domain/development-plan.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Tag } from '#ui/tag.tsx'
import { planCopy, stepTitle } from './plan.copy.ts'
import { planQuery } from './plan.queries.ts'
import { copy } from './self-assessment.copy.ts'
import { ownSkillQueries } from './self-assessment.queries.ts'
import { DecidedStep, SuggestedStep } from './plan-steps.tsx'

const shownAtFirst = 4

/** What would close somebody's gaps, and what they decided to do about them. */
export function PlanPage() {
  const { data: plan } = useSuspenseQuery(planQuery)
  const { data: framework } = useSuspenseQuery(ownSkillQueries.words(plan.frameworkVersion))
  const [all, setAll] = useState(false)
  const names = new Map(framework.domains.flatMap(({ skills }) => skills.map(({ id, name }) => [id, name] as const)))
  const name = (skill: string) => names.get(skill) ?? skill
  const shown = all ? plan.suggestions : plan.suggestions.slice(0, shownAtFirst)
  const hidden = plan.suggestions.length - shown.length
  return (
    <>
      <BackLink to={paths.mySkills()}>{copy.mySkills}</BackLink>
      <Page title={planCopy.title}>
        <div className="app-measure">
          <p className="govuk-body">
            {planCopy.intro} {planCopy.whoSees}
          </p>
          {plan.ready && <InsetText>{planCopy.ready}</InsetText>}
          {plan.roles.length === 0 && <Empty>{planCopy.noRoles}</Empty>}
          <h2 className="govuk-heading-m">{planCopy.yours}</h2>
          {plan.steps.length === 0 && <p className="govuk-body">{planCopy.noneYet}</p>}
          {inOrder(plan.steps).map((step) => (
            <section key={step.key} className="app-step" aria-label={stepTitle(step, name)}>
              <h3 className="govuk-heading-s">
                {stepTitle(step, name)} <Tag colour={colours[step.state]}>{planCopy.state[step.state]}</Tag>
              </h3>
              {step.dueOn && step.state === 'accepted' && <p className="govuk-body">{planCopy.due(showDate(step.dueOn))}</p>}
              {step.reason && <p className="govuk-hint">{step.reason}</p>}
              {step.state === 'accepted' && (
                <p className="govuk-body">
                  <Link className="govuk-link" to={addressOf(step, plan.frameworkVersion)}>
                    {planCopy.go}
                    <span className="govuk-visually-hidden">: {stepTitle(step, name)}</span>
                  </Link>
                </p>
              )}
              <DecidedStep step={step} />
            </section>
          ))}
          <h2 className="govuk-heading-m">{planCopy.suggested}</h2>
          {plan.suggestions.length === 0 && plan.roles.length > 0 && !plan.ready && <p className="govuk-body">{planCopy.nothingSuggested}</p>}
          {shown.map((suggestion) => (
            <SuggestedStep key={suggestion.key} suggestion={suggestion} name={name} framework={framework} />
          ))}
          {hidden > 0 && (
            <Button variant="secondary" onClick={() => setAll(true)}>
              {planCopy.more(hidden)}
            </Button>
          )}
        </div>
      </Page>
    </>
  )
}

const colours = { accepted: 'teal', done: 'green', dismissed: 'grey' } as const
const order = { accepted: 0, done: 1, dismissed: 2 }
const inOrder = (steps: readonly PlanStep[]) =>
  steps.toSorted((a, b) => order[a.state] - order[b.state] || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))

function addressOf({ kind, module, skills: [skill = ''] }: PlanStep, version: number): string {
  if (kind === 'module' && module) return paths.module(module.id)
  if (kind === 'rate' || kind === 'rate-again') return paths.startSelfAssessment()
  if (kind === 'evidence') return paths.addEvidence()
  return kind === 'verification' ? paths.askVerification() : paths.versionSkill(version, skill)
}
