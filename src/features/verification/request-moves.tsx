import { useMutation } from '@tanstack/react-query'
import type { VerificationEventKind, VerificationRequest } from '#domain/verification.ts'
import { useForm } from '#lib/form.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Details } from '#ui/notes.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './verification.copy.ts'
import { dropAnswer, objectToAssessor, resendRequest, withdrawRequest } from './verification.queries.ts'

interface MovesProps {
  request: VerificationRequest
  onDone: (move: VerificationEventKind) => void
}

/** What the person can do with their request now; each says what follows before it is done. */
export const RequestMoves = ({ request, onDone }: MovesProps) => (
  <>
    {request.moves.includes('resend') && <Resend request={request} onDone={onDone} />}
    {request.moves.includes('object') && <AskAnother request={request} onDone={onDone} />}
    {request.moves.includes('drop-answer') && (
      <Ending request={request} onDone={onDone} move="drop-answer" mutation={dropAnswer} title={copy.drop} why={copy.dropWhy} />
    )}
    {request.moves.includes('withdraw') && (
      <Ending request={request} onDone={onDone} move="withdraw" mutation={withdrawRequest} title={copy.withdraw} why={copy.withdrawWhy} />
    )}
  </>
)

function Resend({ request, onDone }: MovesProps) {
  const { mutateAsync } = useMutation(resendRequest)
  const form = useForm(async () => {
    await mutateAsync(request)
    onDone('resend')
  })
  return (
    <form onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} />
      <p className="govuk-body">{copy.resendWhy}</p>
      <Button busy={form.busy}>{copy.resend}</Button>
    </form>
  )
}

function AskAnother({ request, onDone }: MovesProps) {
  const { mutateAsync } = useMutation(objectToAssessor)
  const form = useForm(async (values) => {
    const { reason } = Object.fromEntries(values) as { reason: string }
    await mutateAsync({ request, reason })
    onDone('object')
  })
  return (
    <Details summary={copy.object}>
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary errors={form.errors} />
        <p className="govuk-body">{copy.objectWhy}</p>
        <TextArea label={copy.objectReason} name="reason" rows={3} most={2000} error={form.errorAt('reason')} />
        <Button variant="secondary" busy={form.busy}>
          {copy.object}
        </Button>
      </form>
    </Details>
  )
}

interface EndingProps extends MovesProps {
  move: 'withdraw' | 'drop-answer'
  mutation: typeof withdrawRequest
  title: string
  why: string
}

/** A move that cannot be taken back: what follows is said before the button. */
function Ending({ request, onDone, move, mutation, title, why }: EndingProps) {
  const { mutateAsync } = useMutation(mutation)
  const form = useForm(async () => {
    await mutateAsync(request)
    onDone(move)
  })
  return (
    <Details summary={title}>
      <form onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} />
        <p className="govuk-body">{why}</p>
        <Button variant="warning" busy={form.busy}>
          {title}
        </Button>
      </form>
    </Details>
  )
}
