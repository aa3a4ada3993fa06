import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useParams } from 'react-router'
import type { OwnEvidence } from '#domain/evidence.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { BackLink, Details, InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { copy, titleOf } from './evidence.copy.ts'
import { evidenceQueries } from './evidence.queries.ts'
import { Moves } from './moves.tsx'
import { StateTag } from './state-tag.tsx'
import { Versions } from './versions.tsx'

// What is written on is rarer than what is read; the route asks for the form as soon as it knows that there is a draft.
const DraftForm = lazy(() => import('./draft-form.tsx').then((module) => ({ default: module.DraftForm })))

/** One piece of evidence: as it is written, what it holds, and what can be done with it. */
export function EvidenceItemPage() {
  const { id = '' } = useParams()
  const { data: evidence } = useSuspenseQuery(evidenceQueries.item(id))
  const [done, setDone] = useState<{ at: number; text: string } | null>(null)
  const [drawn, setDrawn] = useState(0)
  const say = (text: string) => setDone(text ? { at: evidence.version, text } : null)
  const { state, draft } = evidence
  const isDraft = state === 'draft' || state === 'rejected'
  return (
    <>
      <BackLink to={paths.evidence()}>{copy.backToList}</BackLink>
      <Page title={titleOf(evidence)} caption={copy.kinds[evidence.kind].short}>
        {done && <Success key={`${id} ${done.at}`}>{done.text}</Success>}
        <p className="govuk-body">
          <StateTag evidence={evidence} />
        </p>
        <Standing evidence={evidence} />
        {draft && state !== 'scanning' && (
          <Suspense>
            <DraftForm
              key={`${id} ${drawn}`}
              evidence={evidence}
              draft={draft}
              onHandedIn={(handedIn) => say(copy.added[handedIn.state] ?? '')}
              onTaken={() => setDrawn(drawn + 1)}
            />
          </Suspense>
        )}
        <div className="app-measure">
          {draft && evidence.current && <h2 className="govuk-heading-m">{copy.newest}</h2>}
          <Serves evidence={evidence} />
          <Versions evidence={evidence} />
        </div>
        <Moves evidence={evidence} onMoved={(move) => say(copy.moved[move])} />
        {isDraft && (
          <div className="app-measure">
            <Details summary={copy.whoSees}>{copy.whoSeesText}</Details>
          </div>
        )}
      </Page>
    </>
  )
}

/** What its state means for the person who reads it. */
function Standing({ evidence: { state, ask } }: { evidence: OwnEvidence }) {
  const text = state === 'asked' && ask ? copy.askedOf(ask.name, ask.capacity, showDate(ask.expiresAt.slice(0, 10))) : copy.about[state]
  if (!text) return null
  return (
    <div className="app-measure">
      <InsetText>
        {text} {state === 'quarantined' && copy.quarantineEnds}
      </InsetText>
    </div>
  )
}

function Serves({ evidence: { skills, state } }: { evidence: OwnEvidence }) {
  const { data } = useSuspenseQuery(evidenceQueries.skills)
  const served = data.skills.filter(({ skill }) => skills.includes(skill))
  if (served.length === 0 || state === 'quarantined') return null
  return (
    <p className="govuk-body">
      {copy.serves}: {served.map(({ skill, name }) => `${skill} ${name}`).join('; ')}
    </p>
  )
}
