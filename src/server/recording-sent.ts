import { openAsBlob } from 'node:fs'

/**
 * Sound or a film, or the part of it that is asked for: a browser that goes to the middle asks from there on, and some play nothing that they cannot ask for in
 * parts. It is read as it is sent, never whole. Several parts at once are answered with the whole. Source: RFC 9110, 14.
 */
export async function recordingSent(request: Request, path: string, headers: Record<string, string>): Promise<Response> {
  const all = await openAsBlob(path)
  const answer = (status: number, body: Blob | null, more: Record<string, string>) =>
    new Response(request.method === 'HEAD' ? null : body, { status, headers: { ...headers, 'Accept-Ranges': 'bytes', ...more } })
  const before = request.headers.get('if-range')
  const mayAsk = request.method === 'GET' && (before === null || before === headers['ETag'])
  const asked = mayAsk ? partOf(request.headers.get('range') ?? '', all.size) : null
  if (asked === 'none') return answer(416, null, { 'Content-Range': `bytes */${all.size}` })
  if (!asked) return answer(200, all, { 'Content-Length': String(all.size) })
  const { from, to } = asked
  return answer(206, all.slice(from, to + 1), { 'Content-Length': String(to - from + 1), 'Content-Range': `bytes ${from}-${to}/${all.size}` })
}

/** The first and the last byte of the one part that is asked for; null when there is none to tell, and 'none' when it lies outside of the file. */
function partOf(range: string, size: number): { from: number; to: number } | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? []
  if (first === '' && last === '') return null
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last))
  return from > to ? 'none' : { from, to }
}
