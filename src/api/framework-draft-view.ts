import type { Context } from 'hono'
import { dayOf } from '#domain/calendar.ts'
import { skillsCiting } from '#domain/framework-editing.ts'
import { inconsistenciesIn } from '#domain/framework-consistency.ts'
import type { Framework } from '#domain/framework.ts'
import { faultsIn, type FrameworkDraft, type FrameworkFault, movesByHand, stateOn } from '#domain/framework-version.ts'
import type { Content, Env } from './deps.ts'
import { asking } from './doer.ts'
import { reach } from './policy.ts'
import { notFound, Problem } from './problem.ts'
import type { Db } from './repository/database.ts'
import { type StoredFramework, versionNumbered } from './repository/framework-drafts.ts'
import { latestRound, reviewsOf } from './repository/framework-reviews.ts'
import { currentFramework } from './repository/frameworks.ts'

/** The version in use, or null when every one is retired. */
export async function versionInUse(db: Db, content: Content): Promise<Framework | null> {
  try {
    return await currentFramework(db, content)
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null
    throw error
  }
}

/** Everything that stops a draft from being published: what it lacks, and what does not fit together. */
export function everyFault(framework: Framework): FrameworkFault[] {
  const lacking = faultsIn(framework)
  const known = new Set(lacking.map(({ pointer }) => pointer))
  const unfit = inconsistenciesIn(framework).map(({ path, detail }) => ({ pointer: path.map((step) => `/${step}`).join(''), skill: null, detail }))
  return [...lacking, ...unfit.filter(({ pointer }) => !known.has(pointer))]
}

export const summaryOf = ({ framework, ...row }: StoredFramework, inUse: number | null, today: string) => ({
  ...row,
  state: stateOn(today, row.state, row.retiresOn),
  title: framework.title,
  publishedOn: framework.publishedOn,
  inUse: row.number === inUse,
})

/**
 * A version for the asker: an administrator, or somebody who was asked to review it.
 * @throws Problem 404 for anybody else, as if it were not there.
 */
export async function reachedVersion(c: Context<Env>, db: Db, number: number): Promise<StoredFramework> {
  const found = await versionNumbered(db, c.var.deps.content, number)
  const { any, own } = reach(c.var.actor, 'review-framework')
  if (!any && !(await reviewsOf(db, number)).some(({ personId }) => personId === own)) throw notFound()
  return found
}

const citingBySource = (framework: Framework): Record<string, string[]> =>
  Object.fromEntries(
    framework.sources.map(({ id }) => [id, skillsCiting(framework, id).map((skill) => skill.id)] as const).filter(([, skills]) => skills.length > 0),
  )

/** A version with what it takes to publish it, as the asker sees it. */
export async function draftView(c: Context<Env>, db: Db, number: number): Promise<FrameworkDraft> {
  const { content, clock } = c.var.deps
  const found = await versionNumbered(db, content, number)
  const summary = summaryOf(found, (await versionInUse(db, content))?.version ?? null, dayOf(clock.now()))
  const reviews = await reviewsOf(db, number)
  const mayKeep = reach(c.var.actor, 'review-framework').any
  const { domains, levels, sources, bars } = found.framework
  const isOpen = summary.state !== 'published' && summary.state !== 'retired'
  return {
    ...summary,
    skills: domains.flatMap(({ id: domain, skills }) => skills.map(({ id, name }) => ({ id, name, domain }))),
    domains: domains.map((domain) => ({ id: domain.id, name: domain.name, summary: domain.summary })),
    levels,
    sources,
    citing: citingBySource(found.framework),
    bars,
    faults: isOpen ? everyFault(found.framework) : [],
    reviews,
    moves: mayKeep && !(summary.state === 'published' && summary.retiresOn !== null) ? movesByHand(summary.state) : [],
    mayKeep,
    asked: summary.state === 'in-review' && latestRound(reviews).some(({ personId, state }) => personId === asking(c).personId && state === 'asked'),
  }
}
