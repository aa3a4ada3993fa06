import type { ReactNode } from 'react'

/** Whether something is right, in words first and in colour beside. */
export const Verdict = ({ right, children }: { right: boolean; children: ReactNode }) => (
  <strong className={right ? 'app-verdict app-verdict--right' : 'app-verdict'}>{children}:</strong>
)
