import type { ReactNode } from 'react'
import { Link } from 'react-router'

type Variant = 'secondary' | 'warning'
const classes = (variant?: Variant) => (variant ? `govuk-button govuk-button--${variant}` : 'govuk-button')

interface ButtonProps {
  children: ReactNode
  variant?: Variant | undefined
  /** While busy the button stays where it is, keeps the focus and does nothing. */
  busy?: boolean
  onClick?: (() => void) | undefined
  type?: 'submit' | 'button'
}

export function Button({ children, variant, busy = false, onClick, type = onClick ? 'button' : 'submit' }: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(variant)}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.()
      }}
    >
      {children}
    </button>
  )
}

/** A link that starts something looks like a button. */
export const ButtonLink = ({ to, children, variant }: { to: string; children: ReactNode; variant?: Variant }) => (
  <Link to={to} className={classes(variant)}>
    {children}
  </Link>
)
