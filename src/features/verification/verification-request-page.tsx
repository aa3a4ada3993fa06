import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import type { VerificationRequest } from '#domain/verification.ts'
import { verificationStateWords } from '#domain/words.ts'
import { showMoment } from '#lib/show.ts'
import { paths } from '#paths'
import { BackLink, Details } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { AnswerForm } from './answer-form.tsx'
import { FindingCard } from './finding-card.tsx'
import { RequestMoves } from './request-moves.tsx'
import { shortSkillNames } from './sent.copy.ts'
import { SentSkill } from './sent-skill.tsx'
import { EvidencePiece, ReportList } from './sent.tsx'
import { StateTag } from './state-tag.tsx'
import { copy, eventWords, standing } from './verification.copy.ts'
import { verificationQueries } from './verification.queries.ts'
import './verification.scss'

const ShareEntries = lazy(() => import('./share-entries.tsx').then((module) => ({ default: module.ShareEntries })))

/** One request of the person who sent it: where it stands, what was found, what they can do, what they sent. */
export function VerificationRequestPage() {
  const { id = '' } = useParams()
  const { state, key } = useLocation() as { state: { done?: string; version?: number } | null; key: string }
  const { data: request } = useSuspenseQuery(verificationQueries.request(id))
  const [done, setDone] = useState<{ words: string; at: number } | null>(null)
  // What was done just now is said until something else happens to the request, also after a reload.
  const words = done?.words ?? (state?.version === request.version ? state.done : undefined)
  return (
    <>
      <BackLink to={paths.verification()}>{copy.title}</BackLink>
      <Page title={copy.request} caption={shortSkillNames(request)}>
        {words && <Success key={`${key} ${done?.at ?? 0}`}>{words}</Success>}
        <div className="app-measure">
          <p className="govuk-body">
            <StateTag state={request.state}>{verificationStateWords[request.state]}</StateTag>
          </p>
          <p className="govuk-body-l">{standing(request)}</p>
          <Findings request={request} />
          {request.moves.includes('answer') && (
            <AnswerForm request={request} onDone={() => setDone({ words: copy.done.answer ?? '', at: Date.now() })} />
          )}
          <RequestMoves key={request.version} request={request} onDone={(move) => setDone({ words: copy.done[move] ?? '', at: Date.now() })} />
          <Suspense>
            <ShareEntries request={request} onDone={(said) => setDone({ words: said, at: Date.now() })} />
          </Suspense>
          <Details summary={copy.sentWith}>
            <WhatWasSent request={request} />
          </Details>
          <p className="govuk-body">{copy.whoSees}</p>
          <h2 className="govuk-heading-m">{copy.happened}</h2>
          <Timeline items={request.events.map((event, index) => ({ key: String(index), title: eventWords(event), when: showMoment(event.at) }))} />
        </div>
      </Page>
    </>
  )
}

function Findings({ request: { findings, sent, answers } }: { request: VerificationRequest }) {
  if (findings.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{copy.found}</h2>
      {sent.map(({ name, rating }) => {
        const own = findings.filter(({ skill }) => skill === rating.skill)
        return own.map((finding) => (
          <FindingCard
            key={`${finding.skill} ${finding.round}`}
            name={name}
            self={rating.level}
            finding={finding}
            answer={finding.round === 1 ? answers.find(({ skill }) => skill === rating.skill)?.text : undefined}
          />
        ))
      })}
    </>
  )
}

function WhatWasSent({ request: { sent, evidence, experience } }: { request: VerificationRequest }) {
  const skills = sent.map(({ rating }) => rating.skill)
  const others = evidence.filter((piece) => !piece.skills.some((skill) => skills.includes(skill)))
  return (
    <>
      {sent.map(({ name, rating }) => (
        <SentSkill key={rating.skill} name={name} rating={rating} evidence={evidence.filter((piece) => piece.skills.includes(rating.skill))} />
      ))}
      {others.map((piece) => (
        <EvidencePiece key={piece.id} piece={piece} />
      ))}
      <ReportList reports={experience} />
    </>
  )
}
