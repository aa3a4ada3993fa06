import { createRoute } from '@hono/zod-openapi'
import { Mail, Mails } from '#domain/account.schema.ts'
import { change } from '../change.ts'
import { doing } from '../doer.ts'
import { IdempotencyKey, IdParams, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { conflict, notFound, problems } from '../problem.ts'
import { findAccountRow } from '../repository/accounts.ts'
import { account as note } from '../repository/audit.ts'
import { findMail, listMail, tryMailAgain } from '../repository/mail.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/mail',
  operationId: 'listMail',
  summary: 'The newest mails and what became of them; their words only where no mail server is set',
  ...may('read-mail'),
  responses: { 200: json(Mails, 'Newest first'), ...problems(401, 403) },
})

const tryAgainRoute = createRoute({
  method: 'post',
  path: '/mail/{id}/sending',
  operationId: 'sendMailAgain',
  summary: 'Try again to send a mail that was given up',
  ...may('send-mail'),
  request: { params: IdParams, headers: IdempotencyKey },
  responses: { 200: json(Mail, 'It is sent within seconds, if the mail server takes it'), ...problems(401, 403, 404, 409) },
})

export const mailRoutes = () =>
  router()
    .openapi(listRoute, async (c) => {
      const { keepsMail } = c.var.deps.site
      return c.json({ kept: keepsMail, mails: await listMail(c.var.deps.db, keepsMail) }, 200)
    })
    .openapi(tryAgainRoute, (c) =>
      change(c, async (tx) => {
        const { keepsMail } = c.var.deps.site
        const { id } = c.req.valid('param')
        const mail = await findMail(tx, id, keepsMail)
        if (!mail) throw notFound()
        if (mail.state !== 'given-up' || !(await tryMailAgain(tx, id, doing(c).at))) throw conflict('This mail was not given up', [])
        const person = mail.accountId ? await findAccountRow(tx, mail.accountId) : undefined
        await note(tx, doing(c), { action: 'mail-tried-again', record: 'mail', recordId: id, personId: person?.person_id ?? null })
        const { accountId: _, ...begun } = (await findMail(tx, id, keepsMail)) ?? mail
        return c.json(begun, 200)
      }),
    )
