import { useState } from 'react'
import { Link, useLocation } from 'react-router'

export interface NavigationItem {
  to: string
  text: string
  /** What else belongs to this part, beside the addresses below `to`. */
  also?: RegExp
}

/** The parts of the product that somebody may open. On a narrow screen they fold behind a button. */
export function ServiceNavigation({ items }: { items: readonly NavigationItem[] }) {
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  return (
    <div className="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label="Menu" className="govuk-service-navigation__wrapper">
            <button
              type="button"
              className="govuk-service-navigation__toggle app-menu-toggle"
              aria-controls="navigation"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              Menu
            </button>
            <ul className={`govuk-service-navigation__list app-menu${open ? ' app-menu--open' : ''}`} id="navigation">
              {items.map(({ to, text, also }) => {
                const current = pathname === to || pathname.startsWith(`${to}/`) || also?.test(pathname)
                return (
                  <li key={to} className="govuk-service-navigation__item">
                    <Link
                      className="govuk-service-navigation__link"
                      to={to}
                      aria-current={current ? 'page' : undefined}
                      onClick={() => setOpen(false)}
                    >
                      {current ? <strong className="govuk-service-navigation__active-fallback">{text}</strong> : text}
                    </Link>
                  </li>
                )
              })}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  )
}
