import { skillsIn } from '#domain/framework.ts'
import {
  answerable,
  askable,
  lapsesAt,
  learnersMoves,
  movesOf,
  type VerificationOptions,
  type VerificationRequest,
  type VerificationSummary,
} from '#domain/verification.ts'
import { canBeSent } from '#domain/evidence.ts'
import { canShare } from '#domain/shared-entry.ts'
import { isReopened } from '#domain/skill-gaps.ts'
import type { Content } from '../deps.ts'
import { ownFramework } from '../own-skills.ts'
import { affiliationsOf } from '../repository/affiliations.ts'
import type { Db } from '../repository/database.ts'
import { evidenceOf } from '../repository/evidence.ts'
import { experienceOf } from '../repository/experience.ts'
import { currentFramework, frameworksByVersion, versionIn } from '../repository/frameworks.ts'
import { peopleNamed } from '../repository/people.ts'
import { settingValue } from '../repository/settings.ts'
import { contentOf, skillsOf, skillsUnderWay } from '../repository/verification-content.ts'
import { findingsOf } from '../repository/verification-findings.ts'
import type { StoredRequest } from '../repository/verification-requests.ts'
import { entriesOf, shareableOf } from './shared-entries.ts'

/** The names of skills as the framework of today has them; one that it no longer has goes by its number. */
export async function skillNames(db: Db, content: Content): Promise<(skill: string) => string> {
  const names = new Map(skillsIn(await currentFramework(db, content)).map(({ id, name }) => [id, name]))
  return (skill) => names.get(skill) ?? skill
}

/** Requests as their sender sees them in a list. */
export async function summaries(db: Db, content: Content, requests: readonly StoredRequest[]): Promise<VerificationSummary[]> {
  const nameOf = await skillNames(db, content)
  const skills = await skillsOf(
    db,
    requests.map(({ id }) => id),
  )
  const assessors = await peopleNamed(
    db,
    requests.map(({ progress }) => progress.assessorId),
  )
  return requests.map(({ id, version, progress, dueOn }) => ({
    id,
    version,
    state: progress.state,
    round: progress.round,
    sentAt: progress.sentAt,
    skills: (skills.get(id) ?? []).map((skill) => ({ skill, name: nameOf(skill) })),
    assessor: progress.assessorId === null ? null : (assessors.get(progress.assessorId) ?? null),
    dueOn,
    decidedAt: progress.decidedAt,
  }))
}

/** A request as its sender sees it, with everything that was found and everything that happened. */
export async function learnersView(db: Db, content: Content, request: StoredRequest): Promise<VerificationRequest> {
  const [summary] = await summaries(db, content, [request])
  if (!summary) throw new Error('One request gives one summary')
  const sent = await contentOf(db, request.id)
  const findings = await findingsOf(db, request.id)
  const assessors = await peopleNamed(
    db,
    request.steps.map(({ assessorId }) => assessorId),
  )
  const versions = await frameworksByVersion(db, content)
  const sentNames = sent.ratings.map((rating) => ({
    name: skillsIn(versionIn(versions, rating.frameworkVersion)).find(({ id }) => id === rating.skill)?.name ?? rating.skill,
    rating,
  }))
  return {
    ...summary,
    sent: sentNames,
    evidence: sent.evidence,
    experience: sent.experience,
    entries: await entriesOf(db, content, request.id),
    canShare: canShare(request.progress.state),
    findings,
    answers: sent.answers,
    answerable: answerable(request.progress, findings),
    events: request.steps.map(({ event, at, assessorId, byPersonId }) => ({
      event,
      at,
      by: byPersonId === null ? 'system' : byPersonId === request.personId ? 'you' : byPersonId === assessorId ? 'assessor' : 'coordinator',
      assessor: assessorId === null ? null : (assessors.get(assessorId) ?? null),
    })),
    moves: movesOf(request.progress).filter(
      (move) => learnersMoves.includes(move) && (move !== 'answer' || answerable(request.progress, findings).length > 0),
    ),
    lapsesAt: lapsesAt(request.progress, await settingValue(db, 'verification-lapse-days')),
  }
}

/** What somebody can send now. */
export async function optionsFor(db: Db, content: Content, personId: string): Promise<VerificationOptions> {
  const nameOf = await skillNames(db, content)
  // What no longer counts in the version that they are on is rated, or verified, again.
  const { counted } = await ownFramework(db, content, personId)
  const { verified } = counted
  const underWay = await skillsUnderWay(db, personId)
  const ratings = askable(counted.ratings, verified, new Set(underWay.map(({ skill }) => skill)))
  const evidence = (await evidenceOf(db, personId)).filter(({ state, current }) => canBeSent(state) && current !== null)
  return {
    declaredAt: (await affiliationsOf(db, personId)).declaredAt,
    skills: ratings
      .toSorted((a, b) => a.skill.localeCompare(b.skill, 'en', { numeric: true }))
      .map((rating) => {
        const found = verified.findLast(({ skill }) => skill === rating.skill) ?? null
        return { rating, name: nameOf(rating.skill), verified: found, reopened: isReopened(rating, found) }
      }),
    evidence: evidence.map(({ id, kind, title, skills, current }) => ({ id, kind, title, skills, version: current })),
    experience: (await experienceOf(db, personId)).map(({ id, publisher, year, role, url }) => ({ id, publisher, year, role, url })),
    entries: await shareableOf(db, content, personId),
    skillNames: [...new Set(evidence.flatMap(({ skills }) => skills))].map((skill) => ({ skill, name: nameOf(skill) })),
    lapseDays: await settingValue(db, 'verification-lapse-days'),
    underWay,
  }
}
