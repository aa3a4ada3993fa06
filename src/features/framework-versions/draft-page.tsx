import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import type { FrameworkDraft } from '#domain/framework-version.ts'
import { showDate, showMoment } from '#lib/show.ts'
import { paths } from '#paths'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { DraftChanges } from './draft-changes.tsx'
import { DraftNext } from './draft-next.tsx'
import { DraftSkills } from './draft-skills.tsx'
import { copy } from './framework-versions.copy.ts'
import { versionQueries } from './framework-versions.queries.ts'
import { ReviewForm } from './review-form.tsx'

/** A version: what it changes and lacks, who was asked, and what can be done with it next. */
export function DraftPage() {
  const { version = '' } = useParams()
  const { data: draft } = useSuspenseQuery(versionQueries.draft(Number(version)))
  const { data: compared } = useSuspenseQuery(versionQueries.changes(Number(version)))
  const { state: came } = useLocation() as { state: { done?: string } | null }
  const [done, setDone] = useState(came?.done ?? '')
  const navigate = useNavigate()
  // What was done on another page is said once: not again after a reload, nor on the way back.
  useEffect(() => {
    if (came?.done) void navigate('.', { replace: true, state: null, preventScrollReset: true })
  }, [came, navigate])
  const editable = draft.mayKeep && draft.state === 'draft'
  const isOpen = draft.state !== 'published' && draft.state !== 'retired' && draft.state !== 'discarded'
  return (
    <>
      <BackLink to={paths.frameworkVersions()}>{copy.versions}</BackLink>
      <Page title={copy.draftTitle(draft.number)}>
        {done && <Success key={`${done} ${draft.version}`}>{done}</Success>}
        {isOpen && <p className="govuk-body app-measure">{copy.whoSees}</p>}
        <Facts draft={draft} />
        {isOpen && <Lacking draft={draft} />}
        <DraftChanges compared={compared} published={draft.state === 'published' || draft.state === 'retired'} />
        {editable && (
          <>
            <DraftSkills draft={draft} />
          </>
        )}
        <Reviews draft={draft} />
        {draft.asked && <ReviewForm draft={draft} onDone={setDone} />}
        {draft.mayKeep && <DraftNext draft={draft} onDone={setDone} />}
      </Page>
    </>
  )
}

function Facts({ draft }: { draft: FrameworkDraft }) {
  const { state, inUse, basedOn, createdAt, publishedOn, retiresOn, title } = draft
  return (
    <SummaryList
      rows={[
        { key: copy.title, value: title },
        {
          key: copy.stateRow,
          value: (
            <>
              <Tag colour={copy.colour[state]}>{copy.state[state]}</Tag> {inUse && copy.inUse}
            </>
          ),
        },
        ...(basedOn === null ? [] : [{ key: copy.basedOn, value: copy.version(basedOn) }]),
        ...(createdAt === null || state === 'published' ? [] : [{ key: copy.startedAt, value: showMoment(createdAt) }]),
        ...(publishedOn === null ? [] : [{ key: copy.publishedOn, value: showDate(publishedOn) }]),
        ...(retiresOn === null ? [] : [{ key: copy.retiresOn, value: showDate(retiresOn) }]),
      ]}
    />
  )
}

function Lacking({ draft: { faults, number, mayKeep, state } }: { draft: FrameworkDraft }) {
  return (
    <>
      <h2 className="govuk-heading-m">{copy.lacks}</h2>
      {faults.length === 0 ? (
        <p className="govuk-body app-measure">{copy.lacksNothing}</p>
      ) : (
        <>
          <InsetText>{copy.lacksSome(faults.length)}</InsetText>
          <ul className="govuk-list govuk-list--bullet">
            {faults.map(({ pointer, skill, detail }) => (
              <li key={pointer + detail}>
                {skill && mayKeep && state === 'draft' ? (
                  <>
                    <Link className="govuk-link" to={paths.draftSkill(number, skill)}>
                      {copy.of.skill} {skill}
                    </Link>
                    : {detail}
                  </>
                ) : (
                  `${skill ? `${copy.of.skill} ${skill}: ` : ''}${detail}`
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Reviews({ draft: { reviews } }: { draft: FrameworkDraft }) {
  const rows = reviews.map(({ personId, name, round, state, words, answeredAt }) => (
    <Row key={`${personId} ${round}`}>
      <RowHeader>{name}</RowHeader>
      <Cell>{round}</Cell>
      <Cell>
        {copy.review[state]}
        {answeredAt && <span className="govuk-hint app-block">{showMoment(answeredAt)}</span>}
      </Cell>
      <Cell>{words ?? copy.dash}</Cell>
    </Row>
  ))
  return (
    <>
      <h2 className="govuk-heading-m">{copy.reviews}</h2>
      {rows.length === 0 ? (
        <p className="govuk-body">{copy.noReviews}</p>
      ) : (
        <Table caption={copy.reviewsCaption} columns={copy.reviewsColumns.map((title) => ({ title }))} rows={rows} />
      )}
    </>
  )
}
