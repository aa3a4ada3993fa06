import { after, dayOf } from '#domain/calendar.ts'
import { replay, type VerificationStep } from '#domain/verification.ts'
import type { Draft } from './draft.ts'

/** What an assessor found of the skill at a place in the request; `lower` is one level below the one that was given. */
interface PlannedFinding {
  outcome: 'agree' | 'lower' | 'not-enough'
  reason: string
  equivalence?: string
}

/** One thing that happened to a planned request. Who did it follows from what it is, unless a coordinator named the assessor. */
export type PlannedStep = Omit<VerificationStep, 'at'> & { at: Date; by?: string; reason?: string }

export interface PlannedRequest {
  personId: string
  /** Which of the skills they rated above "not yet" are sent, or how many. */
  skills: number | readonly string[]
  steps: readonly PlannedStep[]
  /** Handed in when the request is decided; what is being written before that. */
  findings?: readonly PlannedFinding[]
}

const decideDays = 28
const actions: Partial<
  Record<
    PlannedStep['event'],
    'verification-requested' | 'verification-withdrawn' | 'verification-lapsed' | 'verification-passed-on' | 'verification-decided'
  >
> = {
  send: 'verification-requested',
  withdraw: 'verification-withdrawn',
  lapse: 'verification-lapsed',
  'pass-on': 'verification-passed-on',
  decide: 'verification-decided',
}

interface LaidRating {
  id: string
  skill: string
  level: number
  framework_version: number
  at: string
}

/** The rows of a person as they were laid: plain values, never expressions. */
const laid = <T>(rows: readonly { person_id: unknown }[], personId: string) => rows.filter((row) => row.person_id === personId) as unknown as T[]

/** The ratings above "not yet" that somebody handed in last before a moment, a row for each skill. */
function ratingsBefore({ rows }: Draft, personId: string, moment: Date): LaidRating[] {
  const own = laid<LaidRating>(rows.rating, personId).filter(({ at }) => at <= moment.toISOString())
  const newest = own
    .map(({ at }) => at)
    .toSorted()
    .at(-1)
  return own.filter(({ at, level }) => at === newest && level > 0).toSorted((a, b) => (a.skill < b.skill ? -1 : 1))
}

/** Writes a request with everything that happened to it, as the product would keep it. Nothing is written for somebody who rated nothing before. */
export function layRequest(draft: Draft, { personId, skills, steps, findings = [] }: PlannedRequest): void {
  const { rows, chance } = draft
  const [first] = steps
  if (!first) throw new RangeError('A request begins by being sent: give at least that step')
  const all = ratingsBefore(draft, personId, first.at)
  const ratings = typeof skills === 'number' ? all.slice(0, skills) : all.filter(({ skill }) => skills.includes(skill))
  if (ratings.length === 0) return
  const id = chance.newId(first.at)
  const progress = replay(steps.map(({ event, at, assessorId, why }) => ({ event, at: at.toISOString(), assessorId, why: why ?? null })))
  rows.verification_request.push({
    id,
    version: steps.length,
    person_id: personId,
    state: progress.state,
    round: progress.round,
    assessor_id: progress.assessorId,
    sent_at: progress.sentAt,
    offered_at: progress.offeredAt,
    accepted_at: progress.acceptedAt,
    decided_at: progress.decidedAt,
    due_on: progress.acceptedAt ? dayOf(after(new Date(progress.acceptedAt), { days: decideDays })) : null,
  })
  const isOver = progress.state === 'decided' || progress.state === 'withdrawn'
  for (const { id: ratingId, skill } of ratings)
    rows.verification_skill.push({ request_id: id, skill, person_id: personId, rating_id: ratingId, open: isOver ? 0 : 1 })
  layContent(draft, id, personId, first.at)
  for (const { event, at, assessorId, why = null, by, reason = null } of steps) {
    const own = ['send', 'object', 'resend', 'answer', 'withdraw'].includes(event)
    const doer = by ?? (own ? personId : ['offer', 'lapse', 'pass-on'].includes(event) ? null : assessorId)
    rows.verification_event.push({
      id: chance.newId(at),
      request_id: id,
      event,
      at: at.toISOString(),
      by_person_id: doer,
      assessor_id: assessorId,
      why,
      reason,
    })
    const action = actions[event]
    if (action) draft.note(at, doer, { action, record: 'verification-request', recordId: id, personId })
  }
  layFindings(draft, id, personId, ratings, steps, findings)
}

/** Every piece that is ready goes with it, in the version it had, and every report. */
function layContent({ rows }: Draft, requestId: string, personId: string, sentAt: Date): void {
  const versions = rows.evidence_version as { evidence_id: string; number: number; at: string }[]
  const serves = rows.evidence_skill as { evidence_id: string; skill: string }[]
  for (const { id, title, state } of laid<{ id: string; title: string; state: string }>(rows.evidence, personId)) {
    const newest = versions.findLast(({ evidence_id, at }) => evidence_id === id && at <= sentAt.toISOString())
    if (state !== 'ready' || !newest) continue
    const skills = serves.flatMap(({ evidence_id, skill }) => (evidence_id === id ? [skill] : []))
    rows.verification_evidence.push({ request_id: requestId, evidence_id: id, number: newest.number, title, skills: skills.join(',') })
  }
  const reports = laid<{ publisher: string; year: number; role: string; url: string }>(rows.experience, personId)
  for (const [position, { publisher, year, role, url }] of reports.entries())
    rows.verification_experience.push({ request_id: requestId, position, publisher, year, role, url })
}

function layFindings(
  draft: Draft,
  requestId: string,
  personId: string,
  ratings: readonly LaidRating[],
  steps: readonly PlannedStep[],
  findings: readonly PlannedFinding[],
): void {
  const { rows } = draft
  const decided = steps.find(({ event }) => event === 'decide')
  const assessorId = (decided ?? steps.findLast(({ event }) => event === 'accept'))?.assessorId
  const at = decided?.at ?? draft.daytime(1)
  if (!assessorId) return
  for (const [index, { outcome, reason, equivalence = '' }] of findings.entries()) {
    const rating = ratings[index]
    if (!rating) continue
    const { skill } = rating
    const level = outcome === 'not-enough' ? null : outcome === 'lower' ? rating.level - 1 : rating.level
    rows.verification_finding.push({
      request_id: requestId,
      round: 1,
      assessor_id: assessorId,
      skill,
      version: 2,
      outcome,
      level: decided || outcome === 'lower' ? level : null,
      reason,
      equivalence,
      updated_at: at.toISOString(),
      decided_at: decided ? at.toISOString() : null,
    })
    if (!decided || level === null) continue
    const verified = { person_id: personId, framework_version: rating.framework_version, skill, level, at: at.toISOString() }
    rows.verified_level.push({ id: draft.chance.newId(at), ...verified })
    rows.person_skill = [
      ...rows.person_skill.filter((row) => row.person_id !== personId || row.skill !== skill),
      { person_id: personId, skill, level },
    ]
    draft.note(at, assessorId, {
      action: 'level-verified',
      record: 'person',
      recordId: personId,
      personId,
      changes: [{ field: skill, from: null, to: level }],
    })
  }
}
