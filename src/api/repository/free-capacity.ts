import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Wanted } from '#domain/capacity.ts'
import { firstDayOf, lastDayOf, monthOf, monthsTouched } from '#domain/month.ts'

// The rules of `domain/capacity.ts` as conditions on a row of `person`, for lists over the whole pool. A test holds both to the same answers.

/** What a member offers in a month, of days or of reviews at once; nothing is null. `month` may be a column. */
const offered = (what: 'days' | 'reviews', month: RawBuilder<string>): RawBuilder<number> =>
  what === 'days'
    ? sql`coalesce((select capacity_month.days from capacity_month where capacity_month.person_id = person.id and capacity_month.month = ${month}),
        (select member.days_a_month from member where member.person_id = person.id), 0)`
    : sql`coalesce((select capacity_month.most_reviews from capacity_month where capacity_month.person_id = person.id and capacity_month.month = ${month}),
        (select member.most_reviews from member where member.person_id = person.id), 0)`

const taken = (month: string): RawBuilder<number> =>
  sql`cast(coalesce((select sum(commitment.days) from commitment where commitment.person_id = person.id and commitment.removed_at is null
    and commitment.from_on <= ${lastDayOf(month)} and (commitment.to_on is null or commitment.to_on >= ${firstDayOf(month)})), 0) as integer)`

/**
 * Whether there is no such row of this person. Rows are counted, since PostgreSQL would make a join of "not exists", guess that it leaves almost nobody, and
 * compare everybody with every row.
 */
export const none = (rows: RawBuilder<unknown>): RawBuilder<SqlBool> => sql<SqlBool>`(select count(*) from ${rows}) = 0`

/** Whether there is such a row of this person, looked up person by person: a page of a list needs few of them. */
export const some = (rows: RawBuilder<unknown>): RawBuilder<SqlBool> => sql<SqlBool>`(select count(*) from ${rows}) > 0`

/** Whether a person has said how much they take. */
export const said: RawBuilder<SqlBool> = sql`exists (select 1 from member where member.person_id = person.id
  and member.days_a_month is not null and member.most_reviews is not null)`

/** How many reviews at once a member takes in a month; none while they have not said. */
export const mostReviewsIn = (month: string): RawBuilder<number> => offered('reviews', literal(month))

const literal = (text: string): RawBuilder<string> => sql`cast(${text} as text)`

/** How many reviews a person has in hand on a day. */
export const loadOnDay = (day: string): RawBuilder<number> =>
  sql`(select cast(count(*) as integer) from commitment where commitment.person_id = person.id and commitment.removed_at is null
    and commitment.from_on <= ${day} and (commitment.to_on is null or commitment.to_on >= ${day}))`

/** The days that a person has left in a month, never fewer than none; none while they have not said what they offer. */
export function capacityLeft(month: string): RawBuilder<number> {
  const left = sql`(${offered('days', literal(month))} - ${taken(month)})`
  return sql`(case when ${said} and ${left} > 0 then ${left} else 0 end)`
}

/** Whether a person is free for what is wanted. A window of many months asks as many questions: keep it to two years. */
export const freeBetween = (wanted: Wanted): RawBuilder<SqlBool> => sql<SqlBool>`(${notAwayBetween(wanted)} and ${roomBetween(wanted)})`

/** Whether no time that a person called unavailable, for every role or for the one that is wanted, touches the window. */
export function notAwayBetween({ from, to, role }: Omit<Wanted, 'days'>): RawBuilder<SqlBool> {
  const forRole = role === null ? sql`away.roles = ''` : sql`(away.roles = '' or ',' || away.roles || ',' like ${`%,${role},%`})`
  return none(sql`availability as away where away.person_id = person.id and away.removed_at is null and away.state = 'unavailable'
    and away.from_on <= ${to} and away.to_on >= ${from} and ${forRole}`)
}

/**
 * Whether a person has said how much they take, and has that much left all through the window. Month by month is asked only of those whose months differ:
 * of whoever has nothing in hand and no month of its own, what they usually offer says it.
 */
export function roomBetween({ from, to, days }: Omit<Wanted, 'role'>): RawBuilder<SqlBool> {
  const months = monthsTouched(from, to)
  const points = [from, ...months.map(firstDayOf).filter((day) => day > from)]
  const conditions: RawBuilder<SqlBool>[] = [
    ...months.map((month) => sql<SqlBool>`${offered('days', literal(month))} - ${taken(month)} >= ${days}`),
    ...points.map((day) => sql<SqlBool>`${loadOnDay(day)} < ${offered('reviews', literal(monthOf(day)))}`),
    // Load rises on the day that a review begins, too.
    none(sql`commitment as begun where begun.person_id = person.id and begun.removed_at is null
      and begun.from_on > ${from} and begun.from_on <= ${to}
      and (select count(*) from commitment as held where held.person_id = person.id and held.removed_at is null
        and held.from_on <= begun.from_on and (held.to_on is null or held.to_on >= begun.from_on))
        >= ${offered('reviews', sql<string>`substr(begun.from_on, 1, 7)`)}`),
  ]
  const [first, last] = [monthOf(from), monthOf(to)]
  const alike = sql`${none(sql`commitment where commitment.person_id = person.id and commitment.removed_at is null
      and commitment.from_on <= ${lastDayOf(last)} and (commitment.to_on is null or commitment.to_on >= ${firstDayOf(first)})`)}
    and ${none(sql`capacity_month where capacity_month.person_id = person.id and capacity_month.month >= ${first} and capacity_month.month <= ${last}`)}`
  return sql<SqlBool>`(case when not ${said} then 1 = 0 when ${alike}
    then ${some(sql`member where member.person_id = person.id and member.days_a_month >= ${days} and member.most_reviews >= 1`)}
    else ${sql.join(conditions, sql` and `)} end)`
}
