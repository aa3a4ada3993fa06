import { v7 as newId } from 'uuid'
import type { FrameworkReview } from '#domain/framework-version.ts'
import type { Db, Tx } from './database.ts'

/** What reviewers said of a version, newest round first. */
export async function reviewsOf(db: Db, number: number): Promise<FrameworkReview[]> {
  const rows = await db
    .selectFrom('framework_review as review')
    .innerJoin('person', 'person.id', 'review.person_id')
    .selectAll('review')
    .select('person.name')
    .where('review.number', '=', number)
    .orderBy('review.round', 'desc')
    .orderBy('person.name_key')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    round: row.round,
    state: row.state as FrameworkReview['state'],
    words: row.words,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
  }))
}

/** The newest round of those given, which come newest first. */
export const latestRound = (reviews: readonly FrameworkReview[]): FrameworkReview[] => reviews.filter(({ round }) => round === reviews[0]?.round)

/** The numbers of the versions that somebody was ever asked to review. */
export const reviewedBy = async (db: Db, personId: string): Promise<Set<number>> =>
  new Set(
    (await db.selectFrom('framework_review').select('number').distinct().where('person_id', '=', personId).execute()).map(({ number }) => number),
  )

/** Starts a round: each is asked anew, and what they said before stays. */
export async function askReviewers(tx: Tx, number: number, personIds: readonly string[], at: string): Promise<void> {
  const round = ((await reviewsOf(tx, number))[0]?.round ?? 0) + 1
  await tx
    .insertInto('framework_review')
    .values(
      personIds.map((personId) => ({
        id: newId(),
        number,
        round,
        person_id: personId,
        state: 'asked',
        words: null,
        asked_at: at,
        answered_at: null,
      })),
    )
    .execute()
}

interface Answer {
  number: number
  round: number
  personId: string
  state: 'signed-off' | 'changes-requested'
  words: string | null
  at: string
}

/** Keeps what a reviewer says, once; false when they had answered. Whoever answers holds the version until the transaction ends, so that the last one sees all. */
export async function answerReview(tx: Tx, { number, round, personId, state, words, at }: Answer): Promise<boolean> {
  await tx
    .updateTable('framework_version')
    .set((eb) => ({ number: eb.ref('number') }))
    .where('number', '=', number)
    .execute()
  const kept = await tx
    .updateTable('framework_review')
    .set({ state, words, answered_at: at })
    .where('number', '=', number)
    .where('round', '=', round)
    .where('person_id', '=', personId)
    .where('state', '=', 'asked')
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

export interface Reviewer {
  accountId: string
  personId: string
  name: string
  email: string | null
  roles: string[]
}

/** Those who could review: active assessors and administrators, by name. */
export async function possibleReviewers(db: Db): Promise<Reviewer[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select(['account.id as accountId', 'person.id as personId', 'person.name', 'person.email', 'account_role.role'])
    .where('account_role.role', 'in', ['administrator', 'assessor'])
    .where('account.confirmed_at', 'is not', null)
    .where('account.suspended_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('person.name_key')
    .orderBy('account_role.role')
    .execute()
  return [...Map.groupBy(rows, ({ accountId }) => accountId).values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, roles: [first, ...rest].map(({ role }) => role) }] : [],
  )
}

/** The versions that somebody agreed to move to. */
export const agreementsOf = async (db: Db, personId: string): Promise<number[]> =>
  (await db.selectFrom('framework_agreement').select('framework_version').where('person_id', '=', personId).execute()).map(
    (row) => row.framework_version,
  )

/** Keeps that somebody agreed; once is enough. */
export async function keepAgreement(tx: Tx, personId: string, version: number, at: string): Promise<boolean> {
  const kept = await tx
    .insertInto('framework_agreement')
    .values({ id: newId(), person_id: personId, framework_version: version, at })
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}
