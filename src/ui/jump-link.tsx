import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'

/**
 * Leads to another place on the same page, with the page's address otherwise as it is. Back returns to where the reader was; the focus goes along, so that
 * the next Tab goes on from there.
 */
export function JumpLink({ to, className = 'govuk-link', children }: { to: string; className?: string; children: ReactNode }) {
  const { search } = useLocation()
  return (
    <Link className={className} to={{ search, hash: to }} onClick={() => focusOn(to)}>
      {children}
    </Link>
  )
}

function focusOn(id: string): void {
  const target = document.getElementById(id)
  if (!target) return
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  // The router scrolls there.
  target.focus({ preventScroll: true })
}
