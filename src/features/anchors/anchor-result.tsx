import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { AnchorDossier } from '#domain/anchor.ts'
import { poolRoleWords } from '#domain/words.ts'
import { paths } from '#paths'
import { ButtonLink } from '#ui/button.tsx'
import { BackLink, Details } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { SideBySide } from '#ui/side-by-side.tsx'
import { copy } from './anchors.copy.ts'
import { anchorsQueries } from './anchors.queries.ts'
import { CandidateSent } from './candidate-sent.tsx'

interface AnchorResultProps {
  anchor: AnchorDossier
  references: NonNullable<AnchorDossier['references']>
  /** Handed in on this very visit, and so to be announced. */
  justNow: boolean
}

/** What an assessor found beside what the reference says, skill by skill. */
export function AnchorResult({ anchor, references, justNow }: AnchorResultProps) {
  const { data } = useSuspenseQuery(anchorsQueries.list)
  const next = data.dossiers.find(({ id, state }) => state !== 'handed-in' && id !== anchor.id)
  return (
    <>
      <BackLink to={paths.anchors()}>{copy.title}</BackLink>
      {justNow && <Success>{copy.handedIn}</Success>}
      <Page title={anchor.title} caption={copy.hint(anchor.candidate, poolRoleWords[anchor.role])}>
        <p className="govuk-body app-measure">{anchor.about}</p>
        {anchor.skills.map((asked) => {
          const mine = anchor.sheet.ratings.find(({ skill }) => skill === asked.skill)
          const theirs = references.find(({ skill }) => skill === asked.skill)
          return (
            <section key={asked.skill} className="app-skill" aria-labelledby={`skill-${asked.skill}`}>
              <h2 className="govuk-heading-m" id={`skill-${asked.skill}`}>
                {asked.skill} {asked.words.name}
              </h2>
              {mine?.level != null && theirs && <p className="govuk-body">{copy.difference(mine.level, theirs.level)}</p>}
              <SideBySide
                left={<Given anchor={anchor} who={copy.you} given={mine} />}
                right={<Given anchor={anchor} who={copy.reference} given={theirs} />}
              />
              <Details summary={copy.again(anchor.candidate)}>
                <CandidateSent anchor={anchor} asked={asked} />
              </Details>
            </section>
          )
        })}
        {next && <ButtonLink to={paths.anchor(next.id)}>{copy.next}</ButtonLink>}
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.anchors()}>
            {copy.toList}
          </Link>
        </p>
      </Page>
    </>
  )
}

function Given({ anchor, who, given }: { anchor: AnchorDossier; who: string; given: { level: number | null; reason: string } | undefined }) {
  if (!given || given.level === null) return null
  return (
    <>
      <h3 className="govuk-heading-s">{who}</h3>
      <p className="govuk-body">
        <strong>{copy.level(given.level, anchor.levels.find(({ level }) => level === given.level)?.name)}</strong>
      </p>
      <p className="govuk-body app-typed">{given.reason}</p>
    </>
  )
}
