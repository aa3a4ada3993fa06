import { dayOf } from '#domain/calendar.ts'
import type { QueuedRequest, RequestToAssess, SkillToAssess } from '#domain/finding.ts'
import { skillsIn } from '#domain/framework.ts'
import { type Finding, lapsesAt, movesOf, type VerificationEventKind } from '#domain/verification.ts'
import type { Content } from '../deps.ts'
import type { Db } from '../repository/database.ts'
import { frameworksByVersion, versionIn } from '../repository/frameworks.ts'
import { peopleNamed } from '../repository/people.ts'
import { settingValue } from '../repository/settings.ts'
import { contentOf, type RequestContent, skillsOf } from '../repository/verification-content.ts'
import { draftsOf, findingsOf, findingsOfAll } from '../repository/verification-findings.ts'
import type { StoredRequest } from '../repository/verification-requests.ts'
import { skillNames } from './learner-view.ts'
import { entriesOf } from './shared-entries.ts'

const assessorsMoves: readonly VerificationEventKind[] = ['accept', 'decline', 'decide']

/** Requests as they stand in an assessor's queue: who asks and for which skills, and nothing of what they sent. */
export async function queued(db: Db, content: Content, requests: readonly StoredRequest[], now: Date): Promise<QueuedRequest[]> {
  if (requests.length === 0) return []
  const nameOf = await skillNames(db, content)
  const skills = await skillsOf(
    db,
    requests.map(({ id }) => id),
  )
  const people = await peopleNamed(
    db,
    requests.map(({ personId }) => personId),
  )
  const days = await settingValue(db, 'verification-lapse-days')
  const second = await answeredSkills(db, requests)
  return requests.map(({ id, version, personId, progress, dueOn }) => ({
    id,
    version,
    state: progress.state,
    round: progress.round,
    learner: people.get(personId) ?? '',
    skills: (progress.round === 2 ? (second.get(id) ?? []) : (skills.get(id) ?? [])).map((skill) => ({ skill, name: nameOf(skill) })),
    offeredAt: progress.offeredAt,
    lapsesAt: lapsesAt(progress, days),
    dueOn,
    overdue: dueOn !== null && dueOn < dayOf(now),
    decidedAt: progress.decidedAt,
  }))
}

/** A request as it stood when an assessor handed in what they found: they are not told what became of it. */
function asDecided(queue: QueuedRequest, findings: readonly Finding[], nameOf: (skill: string) => string): QueuedRequest {
  return {
    ...queue,
    state: 'decided',
    round: findings[0]?.round ?? 1,
    skills: findings.map(({ skill }) => ({ skill, name: nameOf(skill) })),
    offeredAt: null,
    lapsesAt: null,
    dueOn: null,
    overdue: false,
    decidedAt: findings[0]?.at ?? queue.decidedAt,
  }
}

/** The requests that an assessor decided, as they stood when they did. */
export async function decidedQueue(
  db: Db,
  content: Content,
  requests: readonly StoredRequest[],
  assessorId: string,
  now: Date,
): Promise<QueuedRequest[]> {
  const nameOf = await skillNames(db, content)
  const entries = await queued(db, content, requests, now)
  const findings = await findingsOfAll(
    db,
    requests.map(({ id }) => id),
    assessorId,
  )
  return entries.map((entry) => asDecided(entry, findings.get(entry.id) ?? [], nameOf))
}

async function answeredSkills(db: Db, requests: readonly StoredRequest[]): Promise<Map<string, string[]>> {
  const ids = requests.filter(({ progress }) => progress.round === 2).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('verification_answer').select(['request_id', 'skill']).where('request_id', 'in', ids).orderBy('skill').execute()
  return new Map([...Map.groupBy(rows, (row) => row.request_id)].map(([id, group]) => [id, group.map(({ skill }) => skill)]))
}

/** What a request asks of an assessor in its present round, with what they have written so far. */
export async function skillsToAssess(
  db: Db,
  content: Content,
  { id, progress }: StoredRequest,
  assessorId: string,
  sent: RequestContent,
): Promise<SkillToAssess[]> {
  const drafts = await draftsOf(db, { requestId: id, round: progress.round, assessorId })
  // In the second round only what was answered is looked at, by somebody who sees nothing of the first.
  const asked = progress.round === 1 ? sent.ratings : sent.ratings.filter(({ skill }) => sent.answers.some((answer) => answer.skill === skill))
  const versions = await frameworksByVersion(db, content)
  return asked.map((rating) => {
    const framework = versionIn(versions, rating.frameworkVersion)
    const skill = skillsIn(framework).find((one) => one.id === rating.skill)
    const evidence = sent.evidence.filter(({ skills }) => skills.includes(rating.skill))
    return {
      skill: rating.skill,
      name: skill?.name ?? rating.skill,
      summary: skill?.summary ?? '',
      levels: (skill?.levels ?? []).map((one) => ({ ...one, name: framework.levels.find(({ level }) => level === one.level)?.name ?? '' })),
      rating,
      evidence,
      answer: progress.round === 2 ? (sent.answers.find((answer) => answer.skill === rating.skill)?.text ?? null) : null,
      restsOnExperience: evidence.length === 0 && sent.experience.length > 0,
      finding: drafts.find((draft) => draft.skill === rating.skill) ?? {
        skill: rating.skill,
        version: 0,
        outcome: null,
        level: null,
        reason: '',
        equivalence: '',
        updatedAt: null,
      },
    }
  })
}

/** A request as one assessor sees it: what was sent, only while they are looking at it; what they found themself, once they have. */
export async function assessorsView(db: Db, content: Content, request: StoredRequest, assessorId: string, now: Date): Promise<RequestToAssess> {
  const [queue] = await queued(db, content, [request], now)
  if (!queue) throw new Error('One request gives one entry of a queue')
  const { progress } = request
  const mine = progress.assessorId === assessorId
  const findings = await findingsOf(db, request.id, assessorId)
  const seen = mine ? queue : asDecided(queue, findings, await skillNames(db, content))
  if (!mine || progress.state !== 'in-review')
    return {
      ...seen,
      items: [],
      otherEvidence: [],
      experience: [],
      entries: [],
      findings,
      moves: mine ? movesOf(progress).filter((move) => assessorsMoves.includes(move)) : [],
    }
  const sent = await contentOf(db, request.id)
  const items = await skillsToAssess(db, content, request, assessorId, sent)
  return {
    ...seen,
    items,
    otherEvidence: sent.evidence.filter((piece) => !items.some(({ evidence }) => evidence.includes(piece))),
    experience: sent.experience,
    // What was taken back is as if it had never been shared.
    entries: (await entriesOf(db, content, request.id)).filter(({ takenBackAt }) => takenBackAt === null),
    findings,
    moves: movesOf(progress).filter((move) => assessorsMoves.includes(move)),
  }
}
