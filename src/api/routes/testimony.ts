import { createRoute } from '@hono/zod-openapi'
import { Message } from '#domain/account.schema.ts'
import { TestimonyGiven, TestimonyToken, TestimonyView } from '#domain/evidence.schema.ts'
import { skillsIn } from '#domain/framework.ts'
import { namesFaults, namesWarnings } from '#domain/names-warning.ts'
import type { Context } from 'hono'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { doing } from '../doer.ts'
import { declarationMissing } from '../evidence-hand-in.ts'
import { entryOf } from '../evidence-upkeep.ts'
import { testimonyArrivedMail } from '../mails.ts'
import { body, IdempotencyKey, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { invalid, Problem, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Db, Tx } from '../repository/database.ts'
import { appendVersion, findEvidence, moveEvidence, noContent } from '../repository/evidence.ts'
import { currentFramework } from '../repository/frameworks.ts'
import { queueMail } from '../repository/mail.ts'
import { findPerson } from '../repository/people.ts'
import { findAsk, forgetAsk, forgetMail, useAsk } from '../repository/testimony-asks.ts'

const lookAtTestimony = createRoute({
  method: 'post',
  path: '/testimony/look',
  operationId: 'lookAtTestimony',
  summary: 'What a witness is asked; nothing happens yet',
  ...may('give-testimony'),
  request: body(TestimonyToken),
  responses: { 200: json(TestimonyView, 'The link works'), ...problems(400, 404, 413, 415, 422) },
})

const giveTestimony = createRoute({
  method: 'post',
  path: '/testimony/give',
  operationId: 'giveTestimony',
  summary: 'Give a testimony; the link then no longer works',
  ...may('give-testimony'),
  request: { headers: IdempotencyKey, ...body(TestimonyGiven) },
  responses: { 201: json(Message, 'Given'), ...problems(400, 404, 409, 413, 415, 422) },
})

const declineTestimony = createRoute({
  method: 'post',
  path: '/testimony/decline',
  operationId: 'declineTestimony',
  summary: 'Decline to give a testimony; the link then no longer works',
  ...may('give-testimony'),
  request: { headers: IdempotencyKey, ...body(TestimonyToken) },
  responses: { 200: json(Message, 'Declined'), ...problems(400, 404, 409, 413, 415, 422) },
})

const gone = () =>
  new Problem(
    404,
    'This link no longer works: it was answered, taken back, replaced by a newer one, or is too old. Ask the person who sent it for a new one',
  )

/** What a link asks. @throws Problem 404 in the same words for every link that leads nowhere. */
async function follow(db: Db, token: string, now: Date) {
  const ask = await findAsk(db, token, now)
  const evidence = ask && (await findEvidence(db, ask.evidenceId))
  const learner = evidence && (await findPerson(db, evidence.personId))
  if (!learner || evidence.state !== 'asked') throw gone()
  return { ask, evidence, learner }
}

async function tell(c: Context<Env>, tx: Tx, { id, name, email }: { id: string; name: string; email: string | null }, given: boolean): Promise<void> {
  const row = await tx.selectFrom('account').select('id').where('person_id', '=', id).executeTakeFirst()
  if (row && email) await queueMail(tx, testimonyArrivedMail(c.var.deps.site, { accountId: row.id, name, email }, given), doing(c).at)
}

export const testimonyRoutes = () =>
  router()
    .openapi(lookAtTestimony, async (c) => {
      const { db, clock, content } = c.var.deps
      const { ask, evidence, learner } = await follow(db, c.req.valid('json').token, clock.now())
      const skills = skillsIn(await currentFramework(db, content)).filter(({ id }) => evidence.skills.includes(id))
      return c.json(
        {
          learner: learner.name,
          name: ask.name,
          capacity: ask.capacity,
          title: evidence.title,
          skills: skills.map(({ id, name, summary }) => ({ skill: id, name, summary })),
          expiresAt: ask.expiresAt,
        },
        200,
      )
    })
    .openapi(giveTestimony, (c) =>
      change(c, async (tx) => {
        const { clock } = c.var.deps
        const { token, name, capacity, text, declared, readWarning } = c.req.valid('json')
        const { ask, evidence, learner } = await follow(tx, token, clock.now())
        const faults = [...namesFaults(namesWarnings(text), readWarning), ...(declared ? [] : [{ pointer: '/declared', detail: declarationMissing }])]
        if (faults.length > 0) throw invalid(faults)
        await forgetMail(tx, evidence.id)
        if (!(await useAsk(tx, ask.id, clock.now()))) throw gone()
        const { at } = doing(c)
        await moveEvidence(tx, evidence.id, 'asked', 'ready', at)
        await appendVersion(tx, evidence.id, { ...noContent, text, from_name: name, from_capacity: capacity }, at)
        await forgetAsk(tx, evidence.id)
        await account(tx, { at, personId: null }, { ...entryOf(evidence), action: 'testimony-given' })
        await tell(c, tx, learner, true)
        return c.json({ message: 'Thank you. What you wrote has reached them' }, 201)
      }),
    )
    .openapi(declineTestimony, (c) =>
      change(c, async (tx) => {
        const { clock } = c.var.deps
        const { ask, evidence, learner } = await follow(tx, c.req.valid('json').token, clock.now())
        await forgetMail(tx, evidence.id)
        if (!(await useAsk(tx, ask.id, clock.now()))) throw gone()
        const { at } = doing(c)
        await moveEvidence(tx, evidence.id, 'asked', 'declined', at)
        await account(tx, { at, personId: null }, { ...entryOf(evidence), action: 'testimony-declined' })
        await tell(c, tx, learner, false)
        return c.json({ message: 'Thank you for saying so. You will not be asked again by this link' }, 200)
      }),
    )
