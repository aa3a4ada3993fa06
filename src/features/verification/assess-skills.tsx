import { useMutation } from '@tanstack/react-query'
import { lazy, type SubmitEvent, Suspense, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { RequestToAssess } from '#domain/finding.ts'
import { ApiError } from '#lib/api-error.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, type FieldError } from '#ui/error-summary.tsx'
import { copy } from './assessor.copy.ts'
import { decideRequest } from './assessor.queries.ts'
import { AssessSkill, fieldOf } from './assess-skill.tsx'
import { EvidencePiece, ReportList } from './sent.tsx'
import { SentFile } from './sent-file.tsx'

const SharedEntries = lazy(() => import('./shared-entries.tsx').then((module) => ({ default: module.SharedEntries })))

/** Every skill of a request, one after the other, and the button that hands all of it in. */
export function AssessSkills({ request }: { request: RequestToAssess }) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { mutateAsync } = useMutation(decideRequest)
  const settles = useRef(new Map<string, () => Promise<boolean>>())
  const [busy, setBusy] = useState(false)
  const [taken, setTaken] = useState(0)
  const [errors, setErrors] = useState<FieldError[]>([])

  async function handIn() {
    setBusy(true)
    try {
      // What was typed a moment ago is kept before it is handed in.
      const kept = await Promise.all([...settles.current.values()].map((settle) => settle()))
      if (kept.every(Boolean)) {
        await mutateAsync(request)
        await navigate(pathname, { replace: true, state: { done: copy.handedIn } })
      } else setErrors([{ pointer: '', detail: copy.notKept }])
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      setErrors((failure.problem.errors ?? [{ pointer: '', detail: failure.message }]).map(atField))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault()
        if (!busy) void handIn()
      }}
      noValidate
    >
      <ErrorSummary errors={errors} />
      {request.items.map((item) => (
        <AssessSkill
          key={`${item.skill} ${taken}`}
          requestId={request.id}
          item={item}
          hasExperience={request.experience.length > 0}
          errors={errors}
          onSettle={(settle) => void settles.current.set(item.skill, settle)}
          onTaken={() => setTaken(taken + 1)}
        />
      ))}
      {(request.otherEvidence.length > 0 || request.experience.length > 0 || request.entries.length > 0) && (
        <section className="app-section app-measure" aria-labelledby="other">
          <h2 className="govuk-heading-m" id="other">
            {copy.other}
          </h2>
          {request.otherEvidence.length > 0 && <h3 className="govuk-heading-s">{copy.otherEvidence}</h3>}
          {request.otherEvidence.map((piece) => (
            <EvidencePiece key={piece.id} piece={piece} file={<SentFile requestId={request.id} piece={piece} />} />
          ))}
          {request.entries.length > 0 && (
            <Suspense>
              <SharedEntries entries={request.entries} />
            </Suspense>
          )}
          {request.experience.length > 0 && <h3 className="govuk-heading-s">{copy.reports}</h3>}
          <ReportList reports={request.experience} />
        </section>
      )}
      <div className="app-section app-measure">
        <p className="govuk-body">{copy.handInHint}</p>
        <Button busy={busy}>{copy.handIn}</Button>
      </div>
    </form>
  )
}

/** `/findings/5.1/reason` as the field on this page that it means. */
function atField({ pointer, detail }: FieldError): FieldError {
  const [, list, skill, field] = pointer.split('/')
  if (list !== 'findings' || !skill || !field) return { pointer: '', detail }
  // The outcome and its level are one question here.
  return { pointer: `/${fieldOf(skill, field === 'level' ? 'outcome' : field)}`, detail }
}
