import type { ReactNode } from 'react'
import './side-by-side.scss'

/** Two things to be read against each other; one above the other where the page is narrow. */
export const SideBySide = ({ left, right }: { left: ReactNode; right: ReactNode }) => (
  <div className="app-side-by-side">
    <div>{left}</div>
    <div>{right}</div>
  </div>
)
