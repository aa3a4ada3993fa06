import { type ReactNode, useEffect, useId, useRef } from 'react'
import './notification.scss'

/** Says that something was done. Takes the focus, since it answers what was just asked. */
export function Success({ children }: { children: ReactNode }) {
  const banner = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => banner.current?.focus(), [])
  return (
    <div className="govuk-notification-banner govuk-notification-banner--success" role="alert" aria-labelledby={id} tabIndex={-1} ref={banner}>
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={id}>
          Success
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{children}</p>
      </div>
    </div>
  )
}
