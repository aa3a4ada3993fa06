import { useState } from 'react'
import { Actions } from './actions.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface AskedButtonProps {
  button: string
  title: string
  what: string
  yes: string
  no: string
  busy: boolean
  onYes: () => void
}

/** A button that asks once more before it does what cannot be missed. */
export function AskedButton({ button, title, what, yes, no, busy, onYes }: AskedButtonProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Actions>
        <Button variant="secondary" onClick={() => setAsking(true)}>
          {button}
        </Button>
      </Actions>
      {asking && (
        <Dialog title={title} onClose={() => setAsking(false)}>
          <p className="govuk-body">{what}</p>
          <Actions>
            <Button
              variant="warning"
              busy={busy}
              onClick={() => {
                onYes()
                setAsking(false)
              }}
            >
              {yes}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {no}
            </Button>
          </Actions>
        </Dialog>
      )}
    </>
  )
}
