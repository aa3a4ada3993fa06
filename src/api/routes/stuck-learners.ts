import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { StuckFilters, StuckLearners, TrainingMessage, TrainingMessageRequest, TrainingMessages } from '#domain/training-progress.schema.ts'
import { daysBetween, type TrainingMessages as Messages } from '#domain/training-progress.ts'
import type { Person } from '#domain/person.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { trainingMessageMail } from '../mails.ts'
import { body, IdempotencyKey, IdParams, json, router } from '../openapi.ts'
import { may, mustReach, reach } from '../policy.ts'
import { conflict, invalid, notFound, problems } from '../problem.ts'
import { progressOf } from '../progress.ts'
import { account } from '../repository/audit.ts'
import type { Db } from '../repository/database.ts'
import { findPerson, holdPerson } from '../repository/people.ts'
import { settingValue } from '../repository/settings.ts'
import { lastMessageTo, noteMessage } from '../repository/training-messages.ts'
import { stuckLearners } from '../stuck-learners.ts'
import { hasAddress, tell } from '../tell.ts'

const listStuckLearners = createRoute({
  method: 'get',
  path: '/stuck-learners',
  operationId: 'listStuckLearners',
  summary: 'Who has made no progress in a module for long, and since when: of those whose records the asker may open',
  ...may('read-training-progress'),
  request: { query: StuckFilters },
  responses: { 200: json(StuckLearners, 'A page of them, the longest first'), ...problems(401, 403, 404, 422) },
})

const readMessages = createRoute({
  method: 'get',
  path: '/people/{id}/training-messages',
  operationId: 'readTrainingMessages',
  summary: 'When somebody was last written to about their training, and whether they can be written to',
  ...may('write-to-learners'),
  request: { params: IdParams },
  responses: { 200: json(TrainingMessages, 'The last message, without its words'), ...problems(401, 403, 404) },
})

const sendMessage = createRoute({
  method: 'post',
  path: '/people/{id}/training-messages',
  operationId: 'sendTrainingMessage',
  summary: 'Write to somebody about a module they have started; a second message within days has to be meant',
  ...may('write-to-learners'),
  request: { params: IdParams, headers: IdempotencyKey, ...body(TrainingMessageRequest) },
  responses: { 201: json(TrainingMessage, 'On its way'), ...problems(400, 401, 403, 404, 409, 413, 415, 422) },
})

/** Somebody within reach, other than oneself: nobody writes to themself. */
async function reader(c: Context<Env>, db: Db, id: string): Promise<Person> {
  const person = mustReach(c.var.actor, 'write-to-learners', await findPerson(db, id))
  if (person.id === asking(c).personId) throw notFound()
  return person
}

async function messagesTo(c: Context<Env>, db: Db, { id }: Person): Promise<Messages> {
  const betweenDays = await settingValue(db, 'training-message-days')
  const last = await lastMessageTo(db, id)
  const recent = last !== null && daysBetween(last.at, c.var.deps.clock.now().toISOString()) < betweenDays
  return { last, recent, betweenDays, hasAddress: await hasAddress(db, id) }
}

export const stuckLearnerRoutes = () =>
  router()
    .openapi(listStuckLearners, async (c) => {
      const { db, content, clock } = c.var.deps
      const { role, region, module, ...asked } = c.req.valid('query')
      const counted = { reach: reach(c.var.actor, 'read-training-progress'), role, region, moduleId: module }
      return c.json(await stuckLearners(db, content, counted, clock.now(), asked), 200)
    })
    .openapi(readMessages, async (c) => {
      const { db } = c.var.deps
      return c.json(await messagesTo(c, db, await reader(c, db, c.req.valid('param').id)), 200)
    })
    .openapi(sendMessage, (c) =>
      change(c, async (tx) => {
        const { content, clock } = c.var.deps
        const person = await reader(c, tx, c.req.valid('param').id)
        await holdPerson(tx, person.id)
        const { moduleId, words, again } = c.req.valid('json')
        const progress = (await progressOf(tx, content, person.id, clock.now())).find(({ module }) => module.id === moduleId)
        if (!progress) throw invalid([{ pointer: '/moduleId', detail: 'There is no such module' }])
        if (!progress.enrolment) throw conflict(`${person.name} has not started this module`, [])
        if (progress.nextTry?.kind === 'passed') throw conflict(`${person.name} has passed this module meanwhile`, [])
        const { recent, betweenDays, hasAddress: canBeReached } = await messagesTo(c, tx, person)
        if (!canBeReached) throw conflict(`${person.name} has no e-mail address here. Ring them instead`, [])
        if (recent && !again)
          throw invalid([{ pointer: '/again', detail: `A message went out less than ${betweenDays} days ago. Tick this if another is meant` }])
        const { personId: by } = asking(c)
        const { at } = doing(c)
        const id = await noteMessage(tx, { personId: person.id, moduleId, at, by })
        const writer = await findPerson(tx, by)
        if (!writer) throw notFound()
        await tell(tx, person.id, (to) => trainingMessageMail(to, { words, title: progress.module.title, by: writer }), at)
        await account(tx, doing(c), {
          action: 'training-message-sent',
          record: 'training-message',
          recordId: id,
          personId: person.id,
          changes: [{ field: progress.module.title, from: null, to: null }],
          reason: words,
        })
        return c.json({ id, moduleId, at, by: writer.name }, 201)
      }),
    )
