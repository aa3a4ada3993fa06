import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staticFiles } from './static-files.ts'

const bytes = '0123456789'
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panel-pool-recordings-'))
  await mkdir(join(folder, 'recordings'))
  for (const name of ['call.mp3', 'call.m4a', 'meeting.mp4', 'meeting.webm']) await writeFile(join(folder, 'recordings', name), bytes)
  await writeFile(join(folder, 'recordings/meeting.vtt'), 'WEBVTT\n')
})
afterAll(() => rm(folder, { recursive: true }))

async function asked(name: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await staticFiles(folder)(new Request(`https://pool.test/recordings/${name}`, { headers, method }))
  if (!response) throw new Error(`${name} is not there`)
  return response
}

test.each([
  ['call.mp3', 'audio/mpeg'],
  ['call.m4a', 'audio/mp4'],
  ['meeting.mp4', 'video/mp4'],
  ['meeting.webm', 'video/webm'],
])('%s is sent as %s, whole, and says that it can be asked for in parts', async (name, type) => {
  const response = await asked(name)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('accept-ranges')).toBe('bytes')
  expect(response.headers.get('content-length')).toBe('10')
  expect(await response.text()).toBe(bytes)
})

test('captions are sent as WebVTT', async () => {
  expect((await asked('meeting.vtt')).headers.get('content-type')).toBe('text/vtt; charset=utf-8')
})

test.each([
  ['bytes=0-', '0123456789', 'bytes 0-9/10'],
  ['bytes=2-4', '234', 'bytes 2-4/10'],
  ['bytes=8-99', '89', 'bytes 8-9/10'],
  ['bytes=-3', '789', 'bytes 7-9/10'],
  ['bytes=-99', '0123456789', 'bytes 0-9/10'],
])('asked for %s it sends that part', async (range, part, told) => {
  const response = await asked('meeting.mp4', { range })
  expect(response.status).toBe(206)
  expect(response.headers.get('content-range')).toBe(told)
  expect(response.headers.get('content-length')).toBe(String(part.length))
  expect(await response.text()).toBe(part)
})

test.each(['bytes=10-', 'bytes=-0'])('asked for %s, which is outside of the file, it says how long the file is', async (range) => {
  const response = await asked('meeting.mp4', { range })
  expect(response.status).toBe(416)
  expect(response.headers.get('content-range')).toBe('bytes */10')
})

test.each(['bytes=4-2', 'bytes=0-1,4-5', 'bytes=-', 'lines=0-1'])('asked for %s it sends the whole', async (range) => {
  const response = await asked('meeting.mp4', { range })
  expect(response.status).toBe(200)
  expect(await response.text()).toBe(bytes)
})

test('a part of a file that is another by now is not mixed with what was sent before', async () => {
  const tag = (await asked('meeting.mp4')).headers.get('etag') ?? ''
  expect((await asked('meeting.mp4', { range: 'bytes=2-4', 'if-range': tag })).status).toBe(206)
  expect((await asked('meeting.mp4', { range: 'bytes=2-4', 'if-range': '"another"' })).status).toBe(200)
  expect((await asked('meeting.mp4', { 'if-none-match': tag })).status).toBe(304)
})

test('whoever asks about it alone gets no bytes', async () => {
  const response = await asked('meeting.mp4', { range: 'bytes=2-4' }, 'HEAD')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-length')).toBe('10')
  expect(await response.text()).toBe('')
})
