import type { CompiledModule } from '#domain/module.ts'
import { startSession } from '#api/repository/sessions.ts'
import type { StartedApi } from './api.ts'
import { aModule } from './module.ts'

/** A module beside the usual one, so that a path has two. */
export function anotherModule(id = 'm2'): CompiledModule {
  const { module, lessons, ...rest } = aModule()
  const title = `The module ${id}`
  return {
    ...rest,
    module: { ...module, id, title, skills: ['5.1', '1.1'] },
    lessons: lessons.map((lesson) => ({ ...lesson, moduleId: id, moduleTitle: title })),
  }
}

/** What somebody does to pass a module, or to fail it: they read its lessons, answer and hand in. */
export async function takeModule(api: StartedApi, session: string, moduleId: string, right = 10) {
  const { body: enrolment } = await api.ask('POST', '/enrolments', { as: session, body: { moduleId } })
  for (const lesson of ['first', 'second']) await api.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: session, body: { lesson } })
  const { body: attempt } = await api.ask('POST', '/attempts', { as: session, body: { moduleId } })
  let { version } = attempt
  for (const { position } of attempt.items) {
    const sent = { as: session, ifMatch: version, body: { chosen: position <= right ? 'b' : 'a', flagged: false } }
    version = (await api.ask('PUT', `/attempts/${attempt.id}/items/${position}`, sent)).body.version
  }
  return api.ask('POST', `/attempts/${attempt.id}/submission`, { as: session, ifMatch: version })
}

/** Somebody who has the certificate, over an API whose path is the one usual module. */
export async function someoneCertified(api: StartedApi, someone: Parameters<StartedApi['add']>[0] = {}) {
  const learner = await api.add(someone)
  await takeModule(api, learner.session, 'm1')
  const { body } = await api.ask('GET', '/certificates', { as: learner.session })
  return { ...learner, certificate: body.certificates[0], code: body.certificates[0].claims.code as string }
}

/** A session of somebody who comes back after theirs has ended. */
export const signedInAgain = (api: StartedApi, { id }: { id: string }): Promise<string> =>
  api.db.transaction().execute((tx) => startSession(tx, id, 'signed-in', api.clock.now()))
