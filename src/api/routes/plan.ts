import { createRoute, z } from '@hono/zod-openapi'
import { dayOf } from '#domain/calendar.ts'
import { Plan, PlanStep, StepDecision, StepKey } from '#domain/development-plan.schema.ts'
import {
  faultsIn,
  type PlanStep as Step,
  type PlannedModule,
  stepMoves,
  type Suggestion,
  stepsFor,
  suggestionsFor,
} from '#domain/development-plan.ts'
import { isReady } from '#domain/skill-gaps.ts'
import { planned as asPlanned } from '../catalogue.ts'
import { change } from '../change.ts'
import type { ApiDeps } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IfMatch, json, router } from '../openapi.ts'
import { ownSkills } from '../own-skills.ts'
import { may } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { pathProgress, progressOf } from '../progress.ts'
import { account } from '../repository/audit.ts'
import type { Db } from '../repository/database.ts'
import { findPerson } from '../repository/people.ts'
import { decideStep, planStepsOf, type StoredStep } from '../repository/plan-steps.ts'

const readPlan = createRoute({
  method: 'get',
  path: '/plan',
  operationId: 'readPlan',
  summary: 'The asker’s development plan: what they decided on, and what is suggested and why',
  ...may('rate-own-skills'),
  responses: { 200: json(Plan, 'The plan'), ...problems(401, 404) },
})

const decide = createRoute({
  method: 'put',
  path: '/plan/steps/{key}',
  operationId: 'decideStep',
  summary: 'Accept, date, finish or dismiss a step; the version of one that is only suggested is 0',
  ...may('rate-own-skills'),
  request: { params: z.strictObject({ key: StepKey }), headers: IfMatch, ...body(StepDecision) },
  responses: { 200: json(PlanStep, 'The step as decided'), ...problems(400, 401, 404, 409, 412, 413, 415, 422, 428) },
})

/** Their skills, every module by which a step is called, and those that may be suggested: what their paths ask. */
async function planned(db: Db, { content, clock }: ApiDeps, personId: string) {
  const skills = await ownSkills(db, content, personId)
  const progress = await progressOf(db, content, personId, clock.now())
  const roles = (await findPerson(db, personId))?.roles ?? []
  const onPath = pathProgress(content, roles, progress).flatMap(({ modules }) => modules)
  return { skills, modules: progress.map(asPlanned), onPath: onPath.map(asPlanned) }
}

/** What a step is called follows from its key. */
function shown({ key, ...step }: StoredStep, modules: readonly PlannedModule[]): Step {
  const [kind = '', about = ''] = key.split(':')
  const module = modules.find(({ id }) => kind === 'module' && id === about)
  return {
    key,
    ...step,
    kind: kind as Step['kind'],
    module: module ? { id: module.id, title: module.title, minutes: module.minutes } : null,
  }
}

export const planRoutes = () =>
  router()
    .openapi(readPlan, async (c) => {
      const { db } = c.var.deps
      const { personId } = asking(c)
      const { skills, modules, onPath } = await planned(db, c.var.deps, personId)
      const steps = await planStepsOf(db, personId)
      const suggestions = suggestionsFor(skills.standings, onPath, steps)
      return c.json(
        {
          roles: skills.roles,
          frameworkVersion: skills.framework.version,
          // One that was done and is suggested anew stands with the suggestions alone.
          steps: steps.filter(({ key }) => !suggestions.some((one) => one.key === key)).map((step) => shown(step, modules)),
          suggestions,
          ready: skills.standings.length > 0 && isReady(skills.standings),
        },
        200,
      )
    })
    .openapi(decide, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const { key } = c.req.valid('param')
        const decision = c.req.valid('json')
        const version = c.req.valid('header')['if-match']
        const { skills, modules, onPath } = await planned(tx, c.var.deps, personId)
        const steps = await planStepsOf(tx, personId)
        const before = steps.find((step) => step.key === key)
        const offered = skills.standings.flatMap((standing) => stepsFor(standing, onPath))
        const asOffered = together(offered.filter((step) => step.key === key))
        // Whoever takes a step up does so for all that it serves now.
        const wanted = before && decision.state !== 'accepted' ? before : (asOffered ?? before)
        if (!wanted) throw notFound()
        if (before && before.version !== version) throw stale(shown(before, modules))
        const moves = stepMoves[before?.state ?? 'suggested']
        if (!moves.includes(decision.state)) throw conflict(`This step is ${before?.state ?? 'suggested'}`, [...moves])
        const faults = faultsIn(decision, dayOf(c.var.deps.clock.now()))
        if (faults.length > 0) throw invalid(faults)
        const { at } = doing(c)
        const step = await decideStep(tx, personId, wanted, version, decision, at)
        const replaced = together(offered.filter((one) => one.key === decision.insteadOf))
        const held = steps.find((one) => one.key === replaced?.key)
        // A suggestion is a step that nobody decided on, or one that was done before; what is accepted or left out stays as it is.
        if (replaced && (!held || held.state === 'done'))
          await decideStep(tx, personId, replaced, held?.version ?? 0, { state: 'dismissed', dueOn: null, reason: 'Swapped for another step' }, at)
        await account(tx, doing(c), {
          action: 'plan-step-decided',
          record: 'plan-step',
          recordId: `${personId} ${key}`,
          personId,
          changes: [{ field: key, from: before?.state ?? null, to: decision.state }],
          reason: decision.reason,
        })
        return c.json(shown(step, modules), 200, etag(step.version))
      }),
    )

/** One step for all the skills that it serves. */
const together = (steps: readonly Suggestion[]): { key: string; skills: string[] } | undefined =>
  steps[0] && { key: steps[0].key, skills: [...new Set(steps.flatMap((step) => step.skills))] }
