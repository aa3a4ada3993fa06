import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

interface PageProps {
  title: string
  /** Which part of what the heading names is shown, where it has a page for each. */
  part?: string | undefined
  /** What the page belongs to, above its heading. */
  caption?: string
  busy?: boolean
  children: ReactNode
}

/** The address and title that were shown last; null until the first page was drawn, whose focus belongs to the browser. */
let shown: string | null = null

/**
 * A page: its title, and one h1 that takes the focus when somebody came here by a link, or by a step that has a title of its own. Filters, which
 * change neither, leave the focus where it is.
 */
export function Page({ title, part, caption, busy = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const here = useLocation().pathname + title
  useEffect(() => {
    if (shown !== null && shown !== here) heading.current?.focus()
    shown = here
  }, [here])
  return (
    <div aria-busy={busy}>
      <title>{`${part ? `${part}: ` : ''}${title} - Panel Pool`}</title>
      {caption && <span className="govuk-caption-l">{caption}</span>}
      <h1 className="govuk-heading-l" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </div>
  )
}
