import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EvidenceState, OwnEvidence } from '#domain/evidence.ts'
import { ApiError } from '#lib/api-error.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { copy } from './evidence.copy.ts'
import { discardDraft, moveEvidence, openDraft, type OwnMove } from './evidence.queries.ts'

/** What an owner may do with a piece now, each with what follows from it. Only deleting for good is asked about twice. */
export function Moves({ evidence, onMoved }: { evidence: OwnEvidence; onMoved: (move: OwnMove) => void }) {
  const { id, version, state, kind, draft } = evidence
  const [asking, setAsking] = useState(false)
  const move = useMutation(moveEvidence)
  const open = useMutation(openDraft)
  const discard = useMutation(discardDraft)
  const error = move.error ?? open.error ?? discard.error
  const go = (to: OwnMove) => move.mutate({ id, version, state: to }, { onSuccess: () => onMoved(to) })
  // While a next version is written, only closing at once does not wait for it.
  const moves = (evidence.moves as OwnMove[]).filter((to) => !draft || state !== 'ready' || to === 'quarantined')
  const canRenew = state === 'ready' && kind !== 'testimony'
  if (moves.length === 0 && !canRenew) return null
  return (
    <div className="app-measure">
      {error instanceof ApiError && <ErrorSummary errors={[{ pointer: '', detail: error.message }]} />}
      <h2 className="govuk-heading-m">{copy.whatYouCan}</h2>
      {state === 'ready' && kind === 'testimony' && <p className="govuk-body">{copy.testimonyStays}</p>}
      {canRenew && !draft && (
        <Choice text={copy.newVersionText} button={copy.newVersion} busy={open.isPending} onClick={() => open.mutate({ id, version })} />
      )}
      {canRenew && draft && (
        <Choice text={copy.discardText} button={copy.discard} busy={discard.isPending} onClick={() => discard.mutate({ id, version })} />
      )}
      {moves.map((to) => (
        <Choice
          key={to}
          {...wordsFor(state, to)}
          warning={to === 'quarantined' || to === 'purged'}
          busy={move.isPending}
          onClick={() => (to === 'purged' ? setAsking(true) : go(to))}
        />
      ))}
      {asking && (
        <Dialog title={state === 'asked' ? copy.purge.askTitle : copy.purge.title} onClose={() => setAsking(false)}>
          <p className="govuk-body">{state === 'asked' ? copy.purge.askText : copy.purge.text}</p>
          <Actions>
            <Button
              variant="warning"
              busy={move.isPending}
              onClick={() => {
                setAsking(false)
                go('purged')
              }}
            >
              {wordsFor(state, 'purged').button}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {copy.purge.keep}
            </Button>
          </Actions>
        </Dialog>
      )}
    </div>
  )
}

/** The same move is called by what it means where somebody stands. */
function wordsFor(state: EvidenceState, to: OwnMove): { text: string; button: string } {
  if (to === 'ready' && state === 'quarantined') return { text: '', button: copy.open }
  if (to === 'purged' && (state === 'draft' || state === 'rejected')) return { text: '', button: copy.deleteDraft }
  if (to === 'purged' && state === 'asked') return { text: copy.takeBackText, button: copy.takeBack }
  return copy.move[to]
}

interface ChoiceProps {
  text: string
  button: string
  warning?: boolean
  busy: boolean
  onClick: () => void
}

const Choice = ({ text, button, warning = false, busy, onClick }: ChoiceProps) => (
  <>
    {text && <p className="govuk-body">{text}</p>}
    <Button variant={warning ? 'warning' : 'secondary'} busy={busy} onClick={onClick}>
      {button}
    </Button>{' '}
  </>
)
