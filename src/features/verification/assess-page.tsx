import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'react-router'
import type { RequestToAssess } from '#domain/finding.ts'
import { useForm } from '#lib/form.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { copy } from './assessor.copy.ts'
import { acceptRequest, assessorQueries } from './assessor.queries.ts'
import { AssessSkills } from './assess-skills.tsx'
import { DeclineForm } from './decline-form.tsx'
import { FindingCard } from './finding-card.tsx'
import { shortSkillNames } from './sent.copy.ts'
import './verification.scss'

/** One request as its assessor sees it: offered, being looked at, or decided by them. */
export function AssessPage() {
  const { id = '' } = useParams()
  const { state, key } = useLocation() as { state: { done?: string } | null; key: string }
  const { data: request } = useSuspenseQuery(assessorQueries.request(id))
  return (
    <>
      <BackLink to={paths.assessorQueue()}>{copy.queue}</BackLink>
      <Page title={copy.requestFrom(request.learner)} caption={request.round === 2 ? copy.second : shortSkillNames(request)}>
        {state?.done && <Success key={key}>{state.done}</Success>}
        {request.state === 'offered' && <Offered request={request} />}
        {request.state === 'in-review' && (
          <>
            <div className="app-measure">
              <p className="govuk-body">{copy.inReview(request.dueOn)}</p>
              {request.overdue && <InsetText>{copy.overdueText}</InsetText>}
              {request.round === 2 && <InsetText>{copy.secondLook}</InsetText>}
            </div>
            <AssessSkills request={request} />
            <DeclineForm request={request} title={copy.giveBack} />
          </>
        )}
        {request.state === 'decided' && <Decided request={request} />}
      </Page>
    </>
  )
}

function Offered({ request }: { request: RequestToAssess }) {
  const { mutateAsync } = useMutation(acceptRequest)
  const form = useForm(() => mutateAsync(request))
  return (
    <div className="app-measure">
      <ErrorSummary errors={form.errors} />
      <p className="govuk-body">{copy.offeredText(request.learner, request.lapsesAt)}</p>
      <ul className="govuk-list govuk-list--bullet">
        {request.skills.map(({ skill, name }) => (
          <li key={skill}>{name}</li>
        ))}
      </ul>
      <p className="govuk-body">{copy.whoSees}</p>
      <form onSubmit={form.onSubmit}>
        <Button busy={form.busy}>{copy.accept}</Button>
      </form>
      <DeclineForm request={request} title={copy.decline} />
    </div>
  )
}

const Decided = ({ request }: { request: RequestToAssess }) => (
  <div className="app-measure">
    <h2 className="govuk-heading-m">{copy.yours}</h2>
    {request.findings.map((finding) => (
      <FindingCard
        key={`${finding.skill} ${finding.round}`}
        name={request.skills.find(({ skill }) => skill === finding.skill)?.name ?? finding.skill}
        finding={finding}
      />
    ))}
  </div>
)
