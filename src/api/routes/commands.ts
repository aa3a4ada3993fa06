import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { dayOf } from '#domain/calendar.ts'
import { Command, CommandGiven as Given, CommandPreview, CommandRows, CommandRowsAsked, Commands, CommandsAsked } from '#domain/command.schema.ts'
import { type CommandGiven, isUndoable } from '#domain/command.ts'
import { namesFaults, namesWarnings } from '#domain/names-warning.ts'
import { moveFaults } from '#domain/standing.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may, reach } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { claimUndo, commandRows, findCommand, inView, listCommands } from '../repository/commands.ts'
import type { Db } from '../repository/database.ts'
import { peopleChosen } from '../together/choose.ts'
import { giveCommand, previewOf } from '../together/give.ts'
import { judge } from '../together/judge.ts'
import { undoCommand } from '../together/undo.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/commands',
  operationId: 'listCommands',
  summary: 'What was done to several people together, of the people within reach, the newest first',
  ...may('act-together'),
  request: { query: CommandsAsked },
  responses: { 200: json(Commands, 'A page of commands'), ...problems(401, 403, 422) },
})

const previewRoute = createRoute({
  method: 'post',
  path: '/commands/preview',
  operationId: 'previewCommand',
  summary: 'What a command would come to, without doing anything',
  ...may('act-together'),
  request: body(Given),
  responses: { 200: json(CommandPreview, 'How many people, and why not the others'), ...problems(400, 401, 403, 409, 413, 415, 422) },
})

const giveRoute = createRoute({
  method: 'post',
  path: '/commands',
  operationId: 'giveCommand',
  summary: 'Do something to several people together, each by the rules that hold for one; what each had before is kept',
  ...may('act-together'),
  request: { headers: IdempotencyKey, ...body(Given) },
  responses: { 201: json(Command, 'What was done'), ...problems(400, 401, 403, 409, 413, 415, 422) },
})

const readRoute = createRoute({
  method: 'get',
  path: '/commands/{id}',
  operationId: 'readCommand',
  summary: 'One command, with what became of it',
  ...may('act-together'),
  request: { params: IdParams },
  responses: { 200: json(Command, 'The command'), ...problems(401, 403, 404) },
})

const rowsRoute = createRoute({
  method: 'get',
  path: '/commands/{id}/people',
  operationId: 'readCommandPeople',
  summary: 'What became of each person of a command, those within reach',
  ...may('act-together'),
  request: { params: IdParams, query: CommandRowsAsked },
  responses: { 200: json(CommandRows, 'A page of people'), ...problems(401, 403, 404, 422) },
})

const undoRoute = createRoute({
  method: 'post',
  path: '/commands/{id}/undo',
  operationId: 'undoCommand',
  summary: 'Give the people of a command back what they had, those within reach; who was changed since is left alone',
  ...may('act-together'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: json(Command, 'The command as it is now'), ...problems(401, 403, 404, 409, 412, 422, 428) },
})

export const commandRoutes = () =>
  router()
    .openapi(listRoute, async (c) => c.json(await listCommands(c.var.deps.db, reached(c), c.req.valid('query')), 200))
    .openapi(previewRoute, async (c) => {
      const { db } = c.var.deps
      const given = c.req.valid('json')
      mustWord(c, given)
      const { people, missing } = await peopleChosen(db, given.chosen, around(c))
      return c.json(previewOf(await judge(db, given, people, asking(c).personId), missing), 200)
    })
    .openapi(giveRoute, (c) =>
      change(c, async (tx) => {
        const given = c.req.valid('json')
        mustWord(c, given)
        const { people, missing } = await peopleChosen(tx, given.chosen, around(c))
        const id = await giveCommand(tx, given, people, missing, doing(c))
        const command = await viewNow(c, tx, id)
        return c.json(command, 201, etag(command.version))
      }),
    )
    .openapi(readRoute, async (c) => {
      const command = await viewNow(c, c.var.deps.db, c.req.valid('param').id)
      return c.json(command, 200, etag(command.version))
    })
    .openapi(rowsRoute, async (c) => {
      const { db } = c.var.deps
      const command = await findCommand(db, c.req.valid('param').id, reached(c))
      if (!command) throw notFound()
      return c.json(await commandRows(db, command, reached(c), c.req.valid('query')), 200)
    })
    .openapi(undoRoute, (c) =>
      change(c, async (tx) => {
        const command = await findCommand(tx, c.req.valid('param').id, reached(c))
        if (!command) throw notFound()
        const now = await viewNow(c, tx, command.id)
        if (command.version !== c.req.valid('header')['if-match']) throw stale(now)
        if (!isUndoable(now.kind)) throw conflict('Mails that were sent cannot be taken back', [])
        if (now.remaining === 0) throw conflict('There is nothing left to undo', [])
        const { at } = doing(c)
        if (!(await claimUndo(tx, command, at, asking(c).personId))) throw stale(await viewNow(c, tx, command.id))
        await undoCommand(tx, command, reached(c), doing(c))
        const after = await viewNow(c, tx, command.id)
        return c.json(after, 200, etag(after.version))
      }),
    )

const reached = (c: Context<Env>) => reach(c.var.actor, 'act-together')
const around = (c: Context<Env>) => ({ content: c.var.deps.content, now: c.var.deps.clock.now(), reach: reached(c) })

async function viewNow(c: Context<Env>, db: Db, id: string) {
  const command = await findCommand(db, id, reached(c))
  const [view] = command ? await inView(db, [command], reached(c)) : []
  if (!view) throw notFound()
  return view
}

/** @throws Problem 422 where the words of a command will not do, whoever they are for. */
function mustWord(c: Context<Env>, given: CommandGiven): void {
  const faults =
    given.kind === 'status'
      ? moveFaults(given, dayOf(c.var.deps.clock.now()))
      : given.kind === 'message'
        ? namesFaults(namesWarnings(given.words), given.readWarning)
        : given.kind === 'tag'
          ? namesFaults(namesWarnings(given.tag), given.readWarning)
          : []
  if (faults.length > 0) throw invalid(faults)
}
