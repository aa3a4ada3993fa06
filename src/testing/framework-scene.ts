import type { StartedApi } from './api.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

/** The four levels of a skill of `aFramework`, one of them in other words. */
export const reworded = (level: number, skill = 'fairness') =>
  [1, 2, 3, 4].map((one) => ({
    level: one,
    indicator: one === level ? 'Listens before deciding' : `Does ${skill} at level ${one}`,
    evidence: 'A note that shows it',
  }))

/** An administrator and an assessor who make and publish versions of the framework through the API. */
export async function frameworkScene(api: StartedApi) {
  const keeper = await api.addOf('administrator')
  const assessor = await api.addOf('assessor')

  const get = (path: string, who: Someone = keeper) => api.ask('GET', path, { as: who.session })
  const start = async (body: object = { from: 'version-in-use' }) => api.ask('POST', '/framework/drafts', { as: keeper.session, body })
  const move = async (number: number, body: object, who: Someone = keeper) => {
    const { version } = (await get(`/framework/drafts/${number}`)).body
    return api.ask('POST', `/framework/drafts/${number}/transitions`, { as: who.session, ifMatch: version, body: { reason: null, ...body } })
  }
  const review = async (number: number, who: Someone, state = 'signed-off', words = '') => {
    const { version } = (await get(`/framework/drafts/${number}`)).body
    return api.ask('POST', `/framework/drafts/${number}/review`, { as: who.session, ifMatch: version, body: { state, words } })
  }
  const edit = async (number: number, skill: string, changed: object) => {
    const { body } = await get(`/framework/drafts/${number}/skills/${skill}`)
    return api.ask('PUT', `/framework/drafts/${number}/skills/${skill}`, {
      as: keeper.session,
      ifMatch: body.version,
      body: { ...body.words, ...changed },
    })
  }
  const remove = async (number: number, skill: string) => {
    const { version } = (await get(`/framework/drafts/${number}`)).body
    return api.ask('DELETE', `/framework/drafts/${number}/skills/${skill}`, { as: keeper.session, ifMatch: version })
  }
  const publish = async (number: number) => {
    await move(number, { to: 'in-review', reviewers: [assessor.account.id] })
    await review(number, assessor)
    return move(number, { to: 'published' })
  }
  /** Publishes a version in which one level of skill 1.1 has other words. */
  const publishReworded = async (level: number) => {
    const { number } = (await start()).body
    await edit(number, '1.1', { levels: reworded(level) })
    return publish(number)
  }
  const retire = (number: number, retiresOn: string) => move(number, { to: 'retired', reason: 'Replaced by clearer words', retiresOn })

  const begin = async (who: Someone) => (await api.ask('POST', '/self-assessments', { as: who.session, body: { roles: ['author'] } })).body
  /** Rates somebody for the author's role, every skill at one level. */
  const rateAt = async (who: Someone, level: number) => {
    const { id, asked } = await begin(who)
    for (const { skill } of asked)
      await api.ask('PUT', `/self-assessments/${id}/answers/${skill}`, {
        as: who.session,
        ifMatch: 0,
        body: { level, confidence: null, reflection: '' },
      })
    return api.ask('POST', `/self-assessments/${id}/submission`, { as: who.session, ifMatch: 1 })
  }

  return { keeper, assessor, get, start, move, review, edit, remove, publish, publishReworded, retire, begin, rateAt }
}
