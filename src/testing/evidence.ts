import type { EvidenceKind } from '#domain/evidence.ts'
import type { StartedApi } from './api.ts'

const blank = { title: '', text: '', url: '', skills: [] as string[], witnessName: '', witnessEmail: '', witnessCapacity: '' }

export const words = {
  text: {
    ...blank,
    title: 'A merged chronology',
    text: 'I merged the records of four agencies and marked where they did not agree.',
    skills: ['5.1', '1.1'],
  },
  link: { ...blank, title: 'A published talk', url: 'https://example.org/talk', skills: ['1.1'] },
  file: { ...blank, title: 'Panel minutes', skills: ['3.3'] },
  testimony: {
    ...blank,
    title: 'Chairing five panels',
    skills: ['3.3'],
    witnessName: 'Wilhelmina Quartz',
    witnessEmail: 'wilhelmina.quartz@example.org',
    witnessCapacity: 'Commissioned a review that I chaired',
  },
}

/** Evidence as its owner goes about it, one request after the other, as whoever's session is given. */
export function evidenceOwner(api: StartedApi, session: string) {
  const as = session
  const start = async (kind: EvidenceKind) => (await api.ask('POST', '/evidence', { as, body: { kind } })).body
  const read = async (id: string) => (await api.ask('GET', `/evidence/${id}`, { as })).body
  const versionOf = async (id: string): Promise<number> => (await read(id)).version
  const keep = async (id: string, given: object) =>
    api.ask('PUT', `/evidence/${id}/draft`, { as, ifMatch: await versionOf(id), body: { ...blank, ...given } })
  const send = async (id: string, bytes: Uint8Array, name: string, headers: Record<string, string> = {}) =>
    api.ask('PUT', `/evidence/${id}/file`, {
      as,
      ifMatch: await versionOf(id),
      bytes: new Uint8Array(bytes),
      headers: { 'file-name': encodeURIComponent(name), ...headers },
    })
  const submit = async (id: string, sent: object = {}) =>
    api.ask('POST', `/evidence/${id}/submission`, { as, ifMatch: await versionOf(id), body: { declared: true, readWarning: false, ...sent } })
  const move = async (id: string, state: string) => api.ask('PUT', `/evidence/${id}/state`, { as, ifMatch: await versionOf(id), body: { state } })
  /** A whole piece, declared; of a file, its bytes. */
  const add = async (kind: EvidenceKind, file?: { bytes: Uint8Array; name: string }) => {
    const { id } = await start(kind)
    await keep(id, words[kind])
    if (file) await send(id, file.bytes, file.name)
    return (await submit(id)).body
  }
  return { start, read, keep, send, submit, move, add }
}
