import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { minutesOf, runsOf } from './block-words.ts'
import { compileBlocks } from './blocks.ts'
import { readRecordings } from './recording.ts'
import { Report } from './report.ts'

const captions = 'WEBVTT\n\n00:01.000 --> 00:04.000\nI am sorry to ring so late.\n'
const shown = new Map([
  ['recordings/call.mp3', ''],
  ['recordings/m1/meeting.mp4', ''],
  ['recordings/m1/meeting.vtt', captions],
])

const film = `
kind: video
file: recordings/m1/meeting.mp4
captions: recordings/m1/meeting.vtt
title: A first meeting
minutes: 4
transcript: |
  The chair closes the door.

  Chair: *Please* sit down, as the guidance asks [S48].
`
const sound = film
  .replace('video', 'audio')
  .replace('m1/meeting.mp4', 'call.mp3')
  .replace(/captions.*\n/, '')

function compiled(yaml: string, files: ReadonlyMap<string, string> = shown) {
  const report = new Report()
  return { ...compileBlocks(`\`\`\`recording\n${yaml.trim()}\n\`\`\`\n`, 'lesson.md', 0, files, report), faults: report.text }
}
const faultsAfter = (from: string | RegExp, to: string, yaml = film) => {
  expect(yaml).toMatch(from)
  return compiled(yaml.replace(from, to)).faults
}

test('a film and a recording of sound compile to their addresses, their minutes and their transcript', () => {
  const transcript = [
    { kind: 'paragraph', text: [{ text: 'The chair closes the door.' }] },
    {
      kind: 'paragraph',
      text: [{ text: 'Chair: ' }, { kind: 'emphasis' }, { text: ' sit down, as the guidance asks ' }, { source: 'S48' }, { text: '.' }],
    },
  ]
  expect(compiled(film)).toMatchObject({
    faults: '',
    blocks: [
      {
        kind: 'recording',
        medium: 'video',
        title: 'A first meeting',
        file: '/recordings/m1/meeting.mp4',
        captions: '/recordings/m1/meeting.vtt',
        minutes: 4,
        transcript,
      },
    ],
  })
  expect(compiled(sound)).toMatchObject({ faults: '', blocks: [{ medium: 'audio', file: '/recordings/call.mp3', captions: null, transcript }] })
})

test('a recording takes as long as it plays: its transcript takes no time beside that, and what it cites is cited', () => {
  const long = film.replace('Please', 'Please '.repeat(900).trim())
  expect(minutesOf(compiled(film.replace('A first meeting', 'Meeting').replace('minutes: 4', 'minutes: 3.5')).blocks)).toBe(4)
  expect(minutesOf(compiled(long).blocks)).toBe(minutesOf(compiled(film).blocks))
  expect(compiled(film).blocks.flatMap(runsOf)).toContainEqual({ kind: 'cite', source: 'S48' })
})

test.each([
  ['kind: video\n', '', /^lesson.md:2: kind: Write kind: audio, or kind: video$/],
  ['kind: video', 'kind: slides', /^lesson.md:2: kind: Write kind: audio, or kind: video$/],
  [/file: .*\n/, '', /^lesson.md:2: file: Name the file of the film/],
  ['meeting.mp4', 'meeting.mp3', /^lesson.md:3: file: Name the file of the film, such as recordings\/first-call.mp4 \(or .webm\)$/],
  ['recordings/m1/meeting.mp4', 'recordings/../meeting.mp4', /^lesson.md:3: file: Name the file of the film/],
  ['recordings/m1/meeting.mp4', 'https://example.org/meeting.mp4', /^lesson.md:3: file: Name the file of the film/],
  ['m1/meeting.mp4', 'm1/other.mp4', /^lesson.md:3: There is no recordings\/m1\/other.mp4 in public$/],
  [/captions: .*\n/, '', /^lesson.md:2: captions: Name the captions of the film/],
  ['meeting.vtt', 'meeting.srt', /^lesson.md:4: captions: Name the captions of the film, such as recordings\/first-call.vtt$/],
  ['meeting.vtt', 'other.vtt', /^lesson.md:4: There is no recordings\/m1\/other.vtt in public$/],
  [/title: .*\n/, '', /^lesson.md:2: title: Write a title$/],
  [/minutes: .*\n/, '', /^lesson.md:2: minutes: Write how many minutes it plays, as a number$/],
  ['minutes: 4', 'minutes: four', /^lesson.md:6: minutes: Write how many minutes it plays, as a number$/],
  ['minutes: 4', 'minutes: 0', /^lesson.md:6: minutes: Write how many minutes it plays: more than none$/],
  ['minutes: 4', 'minutes: 21', /^lesson.md:6: minutes: A recording plays 20 minutes at most/],
  [/transcript[^]*/, '', /^lesson.md:2: transcript: Write the transcript: all that is said and shown$/],
  [/transcript[^]*/, "transcript: ' '", /^lesson.md:7: transcript: Write the transcript: all that is said and shown$/],
  ['The chair closes', '# The chair closes', /^lesson.md:7: A lesson cannot hold heading here$/],
  ['title:', 'autoplay: true\ntitle:', /^lesson.md:2: Unrecognized key: "autoplay"$/],
])('a film with %s as "%s" is reported with its line', (from, to, fault) => {
  expect(faultsAfter(from, to)).toMatch(fault)
})

test('sound is no film, and has no captions', () => {
  expect(faultsAfter('call.mp3', 'm1/meeting.mp4', sound)).toMatch(/^lesson.md:3: file: Name the file of the sound/)
  expect(faultsAfter('title:', 'captions: recordings/m1/meeting.vtt\ntitle:', sound)).toBe(
    'lesson.md:4: captions: Sound shows no captions: its transcript says everything. Leave them out',
  )
})

test.each([
  ['1\n00:00:01,000 --> 00:00:04,000\nWords\n', 'The captions are not WebVTT: their first line is WEBVTT'],
  ['WEBVTTX\n', 'The captions are not WebVTT: their first line is WEBVTT'],
  ['WEBVTT\n\nNOTE to be written\n', 'The captions hold no words with the times they are shown at'],
  ['WEBVTT\n\n00:01.000 --> 00:04.000\n\n', 'The captions hold no words with the times they are shown at'],
])('captions that read %j are reported', (text, fault) => {
  expect(compiled(film, new Map([...shown, ['recordings/m1/meeting.vtt', text]])).faults).toBe(`lesson.md:4: ${fault}`)
})

test('captions may begin with a byte order mark, a note, hours and lines that end as on Windows', () => {
  const text = '\uFEFFWEBVTT - a meeting\r\n\r\nNOTE made by hand\r\n\r\n1\r\n01:00:01.000 --> 01:00:04.000 align:start\r\nWords\r\n'
  expect(compiled(film, new Map([...shown, ['recordings/m1/meeting.vtt', text]])).faults).toBe('')
})

test('recordings are found by the name that a lesson calls them, with the text of captions; without any folder there are none', async () => {
  const pages = await mkdtemp(join(tmpdir(), 'recordings-'))
  const report = new Report()
  expect([...(await readRecordings(pages, report))]).toEqual([])
  await mkdir(join(pages, 'recordings/m1'), { recursive: true })
  await writeFile(join(pages, 'recordings/call.mp3'), 'sound')
  await writeFile(join(pages, 'recordings/m1/meeting.vtt'), captions)
  expect(await readRecordings(pages, report)).toEqual(
    new Map([
      ['recordings/call.mp3', ''],
      ['recordings/m1/meeting.vtt', captions],
    ]),
  )
  expect(report.text).toBe('')
  await rm(pages, { recursive: true })
})
