import { Link } from 'react-router'
import type { Availability, Member } from '#domain/member.ts'
import { firstDayOf, lastDayOf, monthOf, monthsAfter } from '#domain/month.ts'
import { availabilityWords } from '#domain/words.ts'
import { showMonth } from '#lib/show.ts'
import { calendarCopy as copy } from './calendar.copy.ts'
import { memberSearch, type MemberSearch } from './member-search.ts'

/** How many months stand side by side. */
const shown = 3

/** Three months of a member’s availability as a calendar: the days that are entered, each in words for whoever does not see colours. */
export function Calendar({ member, search }: { member: Member; search: MemberSearch }) {
  const first = search.month ?? monthOf(member.today)
  const months = Array.from({ length: shown }, (_, place) => monthsAfter(first, place))
  const step = (by: number) => memberSearch.write({ ...search, month: monthsAfter(first, by) })
  return (
    <section aria-label={copy.title}>
      <p className="govuk-body app-calendar-steps">
        <Link className="govuk-link" to={step(-shown)} preventScrollReset>
          {copy.earlier}
        </Link>
        <Link className="govuk-link" to={step(shown)} preventScrollReset>
          {copy.later}
        </Link>
      </p>
      <div className="app-calendar">
        {months.map((month) => (
          <Month key={month} month={month} entries={member.availability} today={member.today} />
        ))}
      </div>
      <ul className="app-calendar-key" aria-label={copy.key}>
        {(['unavailable', 'limited', 'tentative', 'available'] as const).map((state) => (
          <li key={state}>
            <span className={`app-calendar__day ${classes[state]}`} aria-hidden="true">
              {letters[state]}
            </span>{' '}
            {availabilityWords[state]}
          </li>
        ))}
      </ul>
    </section>
  )
}

const classes: Record<Availability['state'], string> = {
  unavailable: 'app-calendar__day--unavailable',
  limited: 'app-calendar__day--limited',
  tentative: 'app-calendar__day--tentative',
  available: 'app-calendar__day--available',
}
/** Stand for the colours where there are none. */
const letters: Record<Availability['state'], string> = { unavailable: 'U', limited: 'L', tentative: '?', available: 'A' }

const dayAt = (month: string, number: number) => `${month}-${String(number).padStart(2, '0')}`
/** 0 for Monday. */
const weekdayOf = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** The days of a month in weeks from Monday; null outside it. */
function weeksOf(month: string): (string | null)[][] {
  const before = weekdayOf(firstDayOf(month))
  const many = Number(lastDayOf(month).slice(8))
  const weeks = Math.ceil((before + many) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, place) => {
      const number = week * 7 + place - before + 1
      return number >= 1 && number <= many ? dayAt(month, number) : null
    }),
  )
}

function Month({ month, entries, today }: { month: string; entries: readonly Availability[]; today: string }) {
  return (
    <table className="app-calendar__month">
      <caption>{showMonth(month)}</caption>
      <thead>
        <tr>
          {copy.weekdays.map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              <span aria-hidden="true">{short}</span>
              <span className="govuk-visually-hidden">{long}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, row) => (
          <tr key={week.find(Boolean) ?? row}>
            {week.map((day, place) => (
              <td key={day ?? `${row} ${place}`}>{day && <Day day={day} entries={entries} isToday={day === today} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, entries, isToday }: { day: string; entries: readonly Availability[]; isToday: boolean }) {
  const entry = entries.find(({ from, to }) => from <= day && to >= day)
  const names = ['app-calendar__day', entry && classes[entry.state], isToday && 'app-calendar__day--today'].filter(Boolean).join(' ')
  return (
    <span className={names} aria-current={isToday ? 'date' : undefined}>
      {Number(day.slice(8))}
      {entry && <span className="govuk-visually-hidden">, {availabilityWords[entry.state].toLowerCase()}</span>}
    </span>
  )
}
