import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Regime } from '#domain/regime.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { ButtonLink } from '#ui/button.tsx'
import { Page } from '#ui/page.tsx'
import { copy } from './welcome.copy.ts'
import { regimesQuery } from './welcome.queries.ts'

/** What the two roles are, what they ask, and how somebody comes to hold one. The words for roles and clocks come from each regime. */
export function StartPage() {
  const { data } = useSuspenseQuery(regimesQuery)
  return (
    <Page title={copy.title}>
      <div className="app-measure">
        <p className="govuk-body-l">{copy.lead}</p>
        <ButtonLink to={paths.signUp()}>{copy.create}</ButtonLink>
        <p className="govuk-body">
          {copy.have}{' '}
          <Link className="govuk-link" to={paths.signIn()}>
            {copy.signIn}
          </Link>
        </p>
        {copy.sections.map(({ title, paragraphs, list, link }) => (
          <section key={title}>
            <h2 className="govuk-heading-m">{title}</h2>
            {paragraphs.map((text) => (
              <p key={text} className="govuk-body">
                {text}
              </p>
            ))}
            {list && (
              <ul className="govuk-list govuk-list--bullet">
                {list.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
            {link && (
              <p className="govuk-body">
                <Link className="govuk-link" to={link.to}>
                  {link.text}
                </Link>
              </p>
            )}
          </section>
        ))}
        <h2 className="govuk-heading-m">{copy.regimesTitle}</h2>
        <p className="govuk-body">{copy.regimesIntro}</p>
        {data.regimes.map((regime) => (
          <RegimeSummary key={regime.code} regime={regime} />
        ))}
      </div>
    </Page>
  )
}

function RegimeSummary({ regime: { code, name, edition, from, to, summary, roles, milestones } }: { regime: Regime }) {
  return (
    <section>
      <h3 className="govuk-heading-s">{`${name} (${code})`}</h3>
      <p className="govuk-body">
        {edition}. {copy.inForce(showDate(from), to && showDate(to))}
      </p>
      <p className="govuk-body">{summary}</p>
      <ul className="govuk-list govuk-list--bullet">
        {roles.map((role) => (
          <li key={role.key}>
            <strong>{role.name}:</strong> {role.duty}
            {role.standing === 'recalled' && ` ${copy.recalled}`}
          </li>
        ))}
        {milestones.map((milestone) => (
          <li key={milestone.key}>
            {copy.milestone(milestone)}
            {milestone.standing === 'recalled' && ` ${copy.recalled}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
