import type { ReactNode } from 'react'
import './actions.scss'

/** Buttons and links that belong together: in a row where there is room, below each other where there is not. */
export const Actions = ({ children }: { children: ReactNode }) => <div className="app-actions">{children}</div>
