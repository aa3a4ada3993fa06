import { Link } from 'react-router'
import './sub-navigation.scss'

interface SubNavigationProps {
  label: string
  items: readonly { to: string; text: string; current: boolean }[]
}

/** The parts of one record or one job, each a page of its own. The pattern is the Ministry of Justice's. */
export const SubNavigation = ({ label, items }: SubNavigationProps) => (
  <nav className="app-sub-navigation" aria-label={label}>
    <ul>
      {items.map(({ to, text, current }) => (
        <li key={to}>
          <Link to={to} aria-current={current ? 'page' : undefined}>
            {text}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)
