import { type ReactNode, useEffect, useId, useRef } from 'react'
import './dialog.scss'

/** A question that has to be answered before anything else. What lies under it stays as it is. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    // Where the browser has no modal dialogs, an open one still shows.
    const shown = dialog.current
    if (shown?.showModal) shown.showModal()
    else shown?.setAttribute('open', '')
  }, [])
  return (
    <dialog
      className="app-dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 className="govuk-heading-m" id={id}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
