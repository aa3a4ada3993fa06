import { v7 as newId } from 'uuid'
import type { Experience } from '#domain/experience.ts'
import type { Evidence } from '#domain/evidence.ts'
import type { Rating } from '#domain/self-assessment.ts'
import {
  type DeclineWhy,
  movesOf,
  replay,
  sentProgress,
  step,
  type VerificationEventKind,
  type VerificationProgress,
  type VerificationStep,
} from '#domain/verification.ts'
import { conflict, stale } from '../problem.ts'
import type { Doer } from './audit.ts'
import type { Db, Tx } from './database.ts'
import type { VerificationRequestTable } from './verification-tables.ts'

/** A request with everything that happened to it. What is in its row beside these is kept equal to them, so that lists can filter by it. */
export interface StoredRequest {
  id: string
  version: number
  personId: string
  progress: VerificationProgress
  dueOn: string | null
  steps: readonly (VerificationStep & { byPersonId: string | null })[]
}

type Row = Omit<VerificationRequestTable, 'version'> & { version: number }

async function withSteps(db: Db, rows: readonly Row[]): Promise<StoredRequest[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const events = await db.selectFrom('verification_event').selectAll().where('request_id', 'in', ids).orderBy('id').execute()
  const eventsOf = Map.groupBy(events, (event) => event.request_id)
  return rows.map((row) => {
    const steps = (eventsOf.get(row.id) ?? []).map((event) => ({
      event: event.event as VerificationEventKind,
      at: event.at,
      assessorId: event.assessor_id,
      why: event.why as DeclineWhy | null,
      byPersonId: event.by_person_id,
    }))
    return { id: row.id, version: row.version, personId: row.person_id, progress: replay(steps), dueOn: row.due_on, steps }
  })
}

export async function findRequest(db: Db, id: string): Promise<StoredRequest | undefined> {
  return (await withSteps(db, await db.selectFrom('verification_request').selectAll().where('id', '=', id).execute()))[0]
}

/** Newest first. */
export const requestsOf = async (db: Db, personId: string): Promise<StoredRequest[]> =>
  withSteps(db, await db.selectFrom('verification_request').selectAll().where('person_id', '=', personId).orderBy('id', 'desc').execute())

/** What an assessor has on offer or is looking at, in the order it was sent. */
export const requestsFor = async (db: Db, assessorId: string): Promise<StoredRequest[]> =>
  withSteps(
    db,
    await db
      .selectFrom('verification_request')
      .selectAll()
      .where('assessor_id', '=', assessorId)
      .where('state', 'in', ['offered', 'in-review'])
      .orderBy('id')
      .execute(),
  )

/** The requests that an assessor decided, the newest first, at most so many. */
export const requestsDecidedBy = async (db: Db, assessorId: string, most: number): Promise<StoredRequest[]> =>
  withSteps(
    db,
    await db
      .selectFrom('verification_request')
      .selectAll()
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('verification_finding')
            .select('skill')
            .whereRef('request_id', '=', 'verification_request.id')
            .where('assessor_id', '=', assessorId)
            .where('verification_finding.decided_at', 'is not', null),
        ),
      )
      .orderBy('id', 'desc')
      .limit(most)
      .execute(),
  )

/** Requests that nobody has taken on, the oldest first. */
export const requestsWithoutAssessor = async (db: Db): Promise<StoredRequest[]> =>
  withSteps(db, await db.selectFrom('verification_request').selectAll().where('state', '=', 'requested').orderBy('sent_at').orderBy('id').execute())

/** Requests whose offer was made at this moment or before and is still not answered. */
export const requestsOfferedUntil = async (db: Db, moment: string): Promise<StoredRequest[]> =>
  withSteps(
    db,
    await db.selectFrom('verification_request').selectAll().where('state', '=', 'offered').where('offered_at', '<=', moment).orderBy('id').execute(),
  )

/** Requests that an assessor accepted at this moment or before and did not decide, and those of anybody who is not among the assessors any more. */
export const requestsToPassOn = async (db: Db, acceptedUntil: string, assessorIds: readonly string[]): Promise<StoredRequest[]> =>
  withSteps(
    db,
    await db
      .selectFrom('verification_request')
      .selectAll()
      .where('state', 'in', ['offered', 'in-review'])
      .where((eb) =>
        eb.or([eb('accepted_at', '<=', acceptedUntil), ...(assessorIds.length > 0 ? [eb('assessor_id', 'not in', assessorIds)] : [eb.lit(true)])]),
      )
      .orderBy('id')
      .execute(),
  )

export interface Sent {
  ratings: readonly Rating[]
  evidence: readonly Evidence[]
  experience: readonly Experience[]
}

/**
 * Stores a request as it is sent, with everything in it fixed.
 * @throws Problem 409 when one of its skills is in another request already.
 */
export async function addRequest(tx: Tx, personId: string, { ratings, evidence, experience }: Sent, doer: Doer): Promise<StoredRequest> {
  const id = newId()
  const { state, round, sentAt } = sentProgress(doer.at)
  await tx
    .insertInto('verification_request')
    .values({
      id,
      person_id: personId,
      state,
      round,
      sent_at: sentAt,
      assessor_id: null,
      offered_at: null,
      accepted_at: null,
      decided_at: null,
      due_on: null,
    })
    .execute()
  await note(tx, id, { event: 'send', at: doer.at, assessorId: null }, doer)
  const skills = ratings.map((rating) => ({ request_id: id, skill: rating.skill, person_id: personId, rating_id: rating.id, open: 1 }))
  const kept =
    skills.length === 0
      ? []
      : await tx
          .insertInto('verification_skill')
          .values(skills)
          .onConflict((oc) => oc.doNothing())
          .returning('skill')
          .execute()
  if (kept.length < skills.length) throw conflict('One of these skills is being looked at already. Go back and choose again', [])
  const pieces = evidence.flatMap(({ id: evidenceId, title, skills: serves, current }) =>
    current ? [{ request_id: id, evidence_id: evidenceId, number: current.number, title, skills: serves.join(',') }] : [],
  )
  if (pieces.length > 0) await tx.insertInto('verification_evidence').values(pieces).execute()
  const reports = experience.map(({ publisher, year, role, url }, position) => ({ request_id: id, position, publisher, year, role, url }))
  if (reports.length > 0) await tx.insertInto('verification_experience').values(reports).execute()
  return mustFind(tx, id)
}

/**
 * Moves a request along its table, if nobody did so since it was read.
 * @throws Problem 409 with the moves that can be made.
 */
export async function moveRequest(
  tx: Tx,
  before: StoredRequest,
  next: Omit<VerificationStep, 'at'> & { reason?: string | null; dueOn?: string | null },
  doer: Doer,
): Promise<StoredRequest> {
  const { reason = null, dueOn = null, ...happens } = next
  const after = step(before.progress, { ...happens, at: doer.at })
  if (!after) throw cannot(before)
  const moved = await tx
    .updateTable('verification_request')
    .set((eb) => ({
      state: after.state,
      round: after.round,
      assessor_id: after.assessorId,
      offered_at: after.offeredAt,
      accepted_at: after.acceptedAt,
      decided_at: after.decidedAt,
      due_on: dueOn,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returning('id')
    .executeTakeFirst()
  if (!moved) throw stale({ id: before.id })
  await note(tx, before.id, { ...happens, at: doer.at, reason }, doer)
  if (after.state === 'decided' || after.state === 'withdrawn')
    await tx.updateTable('verification_skill').set({ open: 0 }).where('request_id', '=', before.id).execute()
  return mustFind(tx, before.id)
}

const words: Record<VerificationProgress['state'], string> = {
  requested: 'This request has no assessor yet',
  offered: 'This request waits for its assessor to accept it',
  'in-review': 'An assessor is looking at this request',
  decided: 'This request is decided',
  lapsed: 'This request lapsed because it was not answered',
  withdrawn: 'This request was withdrawn by the person who sent it. Nothing more can be done with it',
}

/** A move that the state of a request does not allow. */
export const cannot = ({ progress }: StoredRequest) => conflict(words[progress.state], movesOf(progress))

async function note(tx: Tx, requestId: string, happens: VerificationStep & { reason?: string | null }, doer: Doer): Promise<void> {
  const { event, at, assessorId, why = null, reason = null } = happens
  await tx
    .insertInto('verification_event')
    .values({ id: newId(), request_id: requestId, event, at, by_person_id: doer.personId, assessor_id: assessorId, why, reason })
    .execute()
}

async function mustFind(tx: Tx, id: string): Promise<StoredRequest> {
  const found = await findRequest(tx, id)
  if (!found) throw new Error(`The request ${id} was stored a moment ago and is not there`)
  return found
}
