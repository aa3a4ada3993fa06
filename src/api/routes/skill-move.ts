import { createRoute } from '@hono/zod-openapi'
import { changesFor, frameworkChanges } from '#domain/framework-changes.ts'
import { moved } from '#domain/framework-migration.ts'
import { needsOfAll } from '#domain/framework.ts'
import { MoveConsent, SkillMove } from '#domain/framework-version.schema.ts'
import { change } from '../change.ts'
import type { Content } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, IdempotencyKey, json, router } from '../openapi.ts'
import { ownFramework, ownRoles } from '../own-skills.ts'
import { may } from '../policy.ts'
import { conflict, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Db } from '../repository/database.ts'
import { keepAgreement } from '../repository/framework-reviews.ts'
import { frameworkAt } from '../repository/frameworks.ts'

const readMove = createRoute({
  method: 'get',
  path: '/skill-profile/move',
  operationId: 'readSkillMove',
  summary: 'What moving to the version in use would mean for the asker: what is carried, and what is to be rated or verified again',
  ...may('rate-own-skills'),
  responses: { 200: json(SkillMove, '`from` and `to` are the same when there is nothing to move to'), ...problems(401, 404) },
})

const agreeToMove = createRoute({
  method: 'post',
  path: '/skill-profile/move',
  operationId: 'moveSkillProfile',
  summary: 'Agree to move to the version in use. No level is raised, and no old rating changes',
  ...may('rate-own-skills'),
  request: { headers: IdempotencyKey, ...body(MoveConsent) },
  responses: { 200: json(SkillMove, 'Moved'), ...problems(400, 401, 404, 409, 413, 415, 422) },
})

async function moveOf(db: Db, content: Content, personId: string) {
  const roles = await ownRoles(db, personId)
  const { framework: from, inUse: to, counts, counted } = await ownFramework(db, content, personId)
  const asked = new Set(needsOfAll(to, roles).map(({ skill }) => skill.id))
  const before = new Set(needsOfAll(from, roles).map(({ skill }) => skill.id))
  // What does not count where they are now is asked for again already, and does not come back by moving.
  const rated = moved(counted.ratings, (one) => counts(one, to))
  const verified = moved(counted.verified, (one) => counts(one, to))
  const skills = (list: readonly { skill: string }[]) => [...asked].filter((id) => list.some(({ skill }) => skill === id))
  return {
    from: from.version,
    to: to.version,
    carried: skills(rated.carried),
    rateAgain: skills(rated.again),
    verifyAgain: skills(verified.again),
    changes: changesFor(frameworkChanges(from, to), asked.union(before)),
  }
}

export const skillMoveRoutes = () =>
  router()
    .openapi(readMove, async (c) => c.json(await moveOf(c.var.deps.db, c.var.deps.content, asking(c).personId), 200))
    .openapi(agreeToMove, (c) =>
      change(c, async (tx) => {
        const { content } = c.var.deps
        const { personId } = asking(c)
        const { to } = c.req.valid('json')
        const move = await moveOf(tx, content, personId)
        if (to !== move.to) throw conflict(`Version ${move.to} is in use now. Look at what it changes before you agree`, [])
        await frameworkAt(tx, content, to)
        if (move.from !== move.to && (await keepAgreement(tx, personId, to, doing(c).at)))
          await account(tx, doing(c), {
            action: 'framework-agreed',
            record: 'framework',
            recordId: String(to),
            personId,
            changes: [{ field: 'version', from: move.from, to }],
          })
        return c.json(move, 200)
      }),
    )
