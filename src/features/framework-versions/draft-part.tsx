import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { FrameworkDraft } from '#domain/framework-version.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { partsCopy } from './draft-parts.copy.ts'
import { versionQueries } from './framework-versions.queries.ts'

export interface PartProps {
  draft: FrameworkDraft
  /** Back to the draft, which says what was done. */
  onDone: (what: string) => void
  /** Draws the form anew from what is saved. */
  onTaken: () => void
}

/** A page on which one part of a draft is edited; a version that is no draft is not. */
export function DraftPart({ title, what, children }: { title: string; what: string; children: (props: PartProps) => ReactNode }) {
  const { version = '' } = useParams()
  const number = Number(version)
  const { data: draft } = useSuspenseQuery(versionQueries.draft(number))
  const navigate = useNavigate()
  const [drawn, setDrawn] = useState(0)
  return (
    <>
      <BackLink to={paths.frameworkDraft(number)}>{partsCopy.draft(number)}</BackLink>
      <Page title={title} caption={partsCopy.draft(number)}>
        {draft.state === 'draft' && draft.mayKeep ? (
          <div key={drawn}>
            <p className="govuk-body app-measure">{what}</p>
            {children({
              draft,
              onDone: (done) => void navigate(paths.frameworkDraft(number), { state: { done } }),
              onTaken: () => setDrawn(drawn + 1),
            })}
          </div>
        ) : (
          <InsetText>{partsCopy.notEditable}</InsetText>
        )}
      </Page>
    </>
  )
}

/** What somebody else saved meanwhile, and the choice. The button that saves mine belongs to the form around it. */
export function ChangedUnder({ children, onTaken }: { children: ReactNode; onTaken: () => void }) {
  return (
    <>
      <ErrorSummary errors={changed} />
      <h2 className="govuk-heading-m">{partsCopy.theirs}</h2>
      {children}
      <Actions>
        <Button>{partsCopy.keepMine}</Button>
        <Button variant="secondary" onClick={onTaken}>
          {partsCopy.takeTheirs}
        </Button>
      </Actions>
    </>
  )
}

const changed = [{ pointer: '', detail: partsCopy.changedUnder }]
