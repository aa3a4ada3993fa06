import type { Member, StripMonth } from '#domain/member.ts'
import { lastDayOf } from '#domain/month.ts'
import { showMonth } from '#lib/show.ts'
import { copy, findingOf } from './member.copy.ts'

/** How a month looks: by what is left of it. What the colour says stands in words, too. */
function look({ month, offered, left, taken, away }: StripMonth): string {
  const isAway = away.some(({ state, from, to }) => state === 'unavailable' && from === `${month}-01` && to === lastDayOf(month))
  if (offered === null) return 'unknown'
  if (isAway) return 'away'
  if (taken.days > offered.days) return 'over'
  return left.days === 0 || left.reviews === 0 ? 'full' : taken.days > 0 ? 'some' : 'free'
}

/** A member’s next months: what is left of each, and when they are away. */
export const CapacityStrip = ({ member }: { member: Member }) => (
  <>
    <p className="govuk-body app-measure">{findingOf(member)}</p>
    <ol className="app-strip" aria-label={copy.capacityStrip}>
      {member.strip.map((month) => (
        <li key={month.month} className={`app-strip__month ${classes[look(month)] ?? ''}`}>
          <strong>{showMonth(month.month, 'short')}</strong>
          <span>{copy.month(month)}</span>
          <span>{copy.monthReviews(month)}</span>
          {!month.usual && <span>{copy.otherFigures}</span>}
          {month.away.map((away) => (
            <span key={`${away.from} ${away.state} ${away.roles.join()}`} className="app-strip__away">
              {copy.awayIn(away)}
            </span>
          ))}
        </li>
      ))}
    </ol>
    <p className="govuk-hint app-measure">{copy.stripNote}</p>
  </>
)

const classes: Record<string, string> = {
  unknown: 'app-strip__month--unknown',
  away: 'app-strip__month--away',
  over: 'app-strip__month--over',
  full: 'app-strip__month--full',
  some: 'app-strip__month--some',
  free: 'app-strip__month--free',
}
