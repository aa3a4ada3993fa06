import type { StartedApi } from './api.ts'

/** A draft in review, for which the asker of `own` was named. */
export async function draftFor(api: StartedApi, cell: string, who: Awaited<ReturnType<StartedApi['add']>> | null): Promise<string> {
  const keeper = await api.addOf('administrator')
  const { number } = (await api.ask('POST', '/framework/drafts', { as: keeper.session, body: { from: 'version-in-use' } })).body
  const reviewers = [cell.endsWith(' own') && who ? who.account.id : (await api.addOf('assessor')).account.id]
  const toReview = { as: keeper.session, ifMatch: 1, body: { to: 'in-review', reason: null, reviewers } }
  if (cell.includes('/review')) await api.ask('POST', `/framework/drafts/${number}/transitions`, toReview)
  return String(number)
}
