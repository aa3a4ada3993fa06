import { createElement, type ReactNode } from 'react'
import type { Block, Drawing } from '#domain/module.ts'
import { Words } from './lesson-words.tsx'

/** A drawing with its caption. It is one picture for those who hear the page: its words are in what it is called. */
export const Figure = ({ block: { drawing, alt, caption } }: { block: Extract<Block, { kind: 'figure' }> }) => (
  <figure className="app-drawing">
    {drawn(drawing, { role: 'img', 'aria-label': alt, className: 'app-drawing__picture', focusable: 'false' })}
    <figcaption className="govuk-body-s">
      <Words text={caption} />
    </figcaption>
  </figure>
)

/** The elements of a drawing. The compiler of the content let through shapes and words alone. */
function drawn({ tag, attributes, children }: Drawing, more: Record<string, string> = {}): ReactNode {
  return createElement(tag, { ...attributes, ...more }, ...children.map((child) => (typeof child === 'string' ? child : drawn(child))))
}
