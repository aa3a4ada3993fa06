import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { after } from '#domain/calendar.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { askStillRight } from './membership-reminders.ts'

describe.each(homes)('“still right?” over $name', (home) => {
  let api: StartedApi
  beforeEach(async () => {
    api = await startApi(home)
  })
  afterEach(() => api.stop())

  const inDays = (days: number) => after(api.clock.now(), { days })
  const mails = () => api.db.selectFrom('mail').select(['account_id', 'subject']).execute()

  test('a member is asked once, three months after they last said so, and again only three months after they answer', async () => {
    const { person, account, session } = await api.add({ standing: 'active' })
    const confirm = () => api.ask('POST', `/people/${person.id}/member/confirmation`, { as: session })
    await confirm()
    await askStillRight(api.db, inDays(80))
    expect(await mails()).toEqual([])
    await askStillRight(api.db, inDays(95))
    await askStillRight(api.db, inDays(96))
    await askStillRight(api.db, inDays(300))
    expect(await mails()).toEqual([{ account_id: account.id, subject: 'Is what the pool knows of you still right?' }])
    await confirm()
    await askStillRight(api.db, inDays(50))
    expect(await mails()).toHaveLength(1)
    await askStillRight(api.db, inDays(95))
    expect(await mails()).toHaveLength(2)
  })

  test('learners, staff and those who have left are not asked', async () => {
    await api.add()
    await api.addOf('coordinator')
    for (const standing of ['applicant', 'retired', 'removed'] as const) await api.add({ standing })
    const { account } = await api.add({ standing: 'paused' })
    await askStillRight(api.db, inDays(200))
    expect((await mails()).map(({ account_id }) => account_id)).toEqual([account.id])
  })
})
