import type { ReactNode } from 'react'
import './timeline.scss'

export interface TimelineItem {
  key: string
  title: ReactNode
  when: ReactNode
  text?: ReactNode
}

/** What happened, in order, each with when and by whom. */
export const Timeline = ({ items }: { items: readonly TimelineItem[] }) => (
  <ol className="app-timeline">
    {items.map(({ key, title, when, text }) => (
      <li key={key}>
        <p className="app-timeline__title">{title}</p>
        <p className="app-timeline__when">{when}</p>
        {text && <div>{text}</div>}
      </li>
    ))}
  </ol>
)
