import { after, dayOf } from '#domain/calendar.ts'
import { type Tie, tiesBetween } from '#domain/independence.ts'
import { passedOnUntil } from '#domain/verification.ts'
import { type AssessorStanding, type Candidate, nextAssessor, standingOf } from '#domain/verification-offer.ts'
import { requestLapsedMail, requestOfferedMail, requestPassedOnMail, requestTakenBackMail } from '../mails.ts'
import { connectionsOf, listAssessors } from '../repository/affiliations.ts'
import { preparationsOf, workloadsOf } from '../repository/assessors.ts'
import { account, type Doer } from '../repository/audit.ts'
import type { Db, Tx } from '../repository/database.ts'
import { succession } from '../repository/organisations.ts'
import { settingValue } from '../repository/settings.ts'
import {
  findRequest,
  moveRequest,
  requestsFor,
  requestsOfferedUntil,
  requestsToPassOn,
  requestsWithoutAssessor,
  type StoredRequest,
} from '../repository/verification-requests.ts'
import { tell } from '../tell.ts'

export interface AssessorFor extends Candidate {
  name: string
  standing: AssessorStanding
}

/** Why each of some assessors is, or may be, tied to somebody, as their ties stand now. */
export async function tiesTo(db: Db, personId: string, assessorIds: readonly string[], now: Date): Promise<Map<string, Tie[]>> {
  const connections = await connectionsOf(db, [personId, ...assessorIds])
  const rule = { today: dayOf(now), countsForYears: await settingValue(db, 'affiliation-counts-years') }
  const successors = await succession(db)
  const person = connections.get(personId)
  return new Map(
    assessorIds.map((id) => {
      const assessor = connections.get(id)
      return [id, person && assessor ? tiesBetween(person, assessor, successors, rule) : []]
    }),
  )
}

/** Every assessor with where they stand to a request. */
export async function assessorsFor(db: Db, { personId, progress }: StoredRequest, now: Date): Promise<AssessorFor[]> {
  const assessors = await listAssessors(db)
  const ids = assessors.map((assessor) => assessor.personId)
  const [ties, preparations, workloads] = [await tiesTo(db, personId, ids, now), await preparationsOf(db, ids), await workloadsOf(db, ids)]
  return assessors.flatMap((assessor) => {
    const id = assessor.personId
    const [workload, preparation] = [workloads.get(id), preparations.get(id)]
    if (!workload || !preparation) return []
    return [{ ...workload, ...assessor, standing: standingOf(id, ties.get(id) ?? [], preparation, progress.passed) }]
  })
}

/** Offers a request to the assessor whose turn it is. Where nobody is free it stays as it is, for a coordinator to see. */
export async function offerToNext(tx: Tx, request: StoredRequest, now: Date): Promise<StoredRequest> {
  const free = (await assessorsFor(tx, request, now)).filter(({ standing }) => standing === 'free')
  const assessorId = nextAssessor(free)
  return assessorId === null ? request : offerTo(tx, request, assessorId, { at: now.toISOString(), personId: null })
}

/** Offers a request to one assessor, who is told by mail. The caller has settled that they may be asked. */
export async function offerTo(tx: Tx, request: StoredRequest, assessorId: string, doer: Doer, reason: string | null = null): Promise<StoredRequest> {
  const offered = await moveRequest(tx, request, { event: 'offer', assessorId, reason }, doer)
  await account(tx, doer, { action: 'verification-offered', record: 'verification-request', recordId: request.id, personId: request.personId })
  const days = await settingValue(tx, 'verification-lapse-days')
  await tell(tx, assessorId, (to) => requestOfferedMail(to, days), doer.at)
  return offered
}

/** Takes a request from the assessor who has it, who does not decide or no longer can, and offers it to the next. The person who sent it is told. */
async function passOn(tx: Tx, request: StoredRequest, now: Date): Promise<void> {
  const doer = { at: now.toISOString(), personId: null }
  const waits = await moveRequest(tx, request, { event: 'pass-on', assessorId: request.progress.assessorId }, doer)
  await account(tx, doer, { action: 'verification-passed-on', record: 'verification-request', recordId: request.id, personId: request.personId })
  await tell(tx, request.personId, requestPassedOnMail, doer.at)
  await offerToNext(tx, waits, now)
}

/** Passes on everything that an assessor has, once they are suspended, erased or no longer an assessor. */
export async function passOnFrom(tx: Tx, assessorId: string, now: Date): Promise<void> {
  for (const request of await requestsFor(tx, assessorId)) await passOn(tx, request, now)
}

/** Passes on what nobody decided in twice the time for it, and what somebody has who is no longer an assessor. */
async function passOnOverdue(db: Db, now: Date): Promise<void> {
  const until = passedOnUntil(now, await settingValue(db, 'verification-decide-days'))
  const assessors = (await listAssessors(db)).map(({ personId }) => personId)
  for (const { id, version } of await requestsToPassOn(db, until, assessors))
    await db.transaction().execute(async (tx) => {
      const request = await findRequest(tx, id)
      // Its assessor may have decided a moment ago.
      if (request?.version !== version) return
      const { assessorId } = request.progress
      await passOn(tx, request, now)
      if (assessorId !== null && assessors.includes(assessorId)) await tell(tx, assessorId, requestTakenBackMail, now.toISOString())
    })
}

/** Timed: passes on what is not decided, lets offers lapse that nobody answered, and offers what still waits to assessors who have become free since. */
export async function tendRequests(db: Db, now: Date): Promise<void> {
  await passOnOverdue(db, now)
  const doer = { at: now.toISOString(), personId: null }
  const days = await settingValue(db, 'verification-lapse-days')
  for (const { id } of await requestsOfferedUntil(db, after(now, { days: -days }).toISOString()))
    await db.transaction().execute(async (tx) => {
      const request = await findRequest(tx, id)
      // Its assessor may have answered a moment ago.
      if (request?.progress.state !== 'offered') return
      await moveRequest(tx, request, { event: 'lapse', assessorId: request.progress.assessorId }, doer)
      await account(tx, doer, { action: 'verification-lapsed', record: 'verification-request', recordId: id, personId: request.personId })
      await tell(tx, request.personId, requestLapsedMail, doer.at)
    })
  for (const { id } of await requestsWithoutAssessor(db))
    await db.transaction().execute(async (tx) => {
      const request = await findRequest(tx, id)
      if (request?.progress.state === 'requested') await offerToNext(tx, request, now)
    })
}
