import type { ReactNode } from 'react'
import { InsetText } from './notes.tsx'

/** Nothing to show, and what to do next. */
export const Empty = ({ children }: { children: ReactNode }) => <InsetText>{children}</InsetText>
