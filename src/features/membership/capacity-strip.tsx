import type { Member } from '#domain/member.ts'
import { lookOf, type MonthLook } from '#domain/month-look.ts'
import { showMonth } from '#lib/show.ts'
import { copy, findingOf } from './member.copy.ts'

/** A member’s next months: what is left of each, and when they are away. */
export const CapacityStrip = ({ member }: { member: Member }) => (
  <>
    <p className="govuk-body app-measure">{findingOf(member)}</p>
    <ol className="app-strip" aria-label={copy.capacityStrip}>
      {member.strip.map((month) => (
        <li key={month.month} className={`app-strip__month ${classes[lookOf(month)]}`}>
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

const classes: Record<MonthLook, string> = {
  unknown: 'app-strip__month--unknown',
  away: 'app-strip__month--away',
  over: 'app-strip__month--over',
  full: 'app-strip__month--full',
  some: 'app-strip__month--some',
  free: 'app-strip__month--free',
}
