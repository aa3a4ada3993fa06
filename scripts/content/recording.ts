import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { z } from 'zod'
import { kind, markdown, plain } from './inside.ts'
import { reportRealNames } from './real-names.ts'
import type { Report } from './report.ts'

/** A lesson takes twenty minutes at most, and so does what is played in it. */
const longest = 20

const named = (endings: string, what: string) =>
  z.string(`Name ${what}`).regex(new RegExp(`^recordings/(?:[a-z0-9-]+/)*[a-z0-9-]+\\.(?:${endings})$`), `Name ${what}`)

const shared = {
  title: plain('a title'),
  minutes: z
    .number('Write how many minutes it plays, as a number')
    .positive('Write how many minutes it plays: more than none')
    .max(longest, `A recording plays ${longest} minutes at most: cut it, or make it two`),
  transcript: markdown('the transcript: all that is said and shown'),
}

const shape = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('audio'),
      ...shared,
      file: named('mp3|m4a', 'the file of the sound, such as recordings/first-call.mp3 (or .m4a)'),
      captions: z.never('Sound shows no captions: its transcript says everything. Leave them out').optional(),
    }),
    z.strictObject({
      kind: z.literal('video'),
      ...shared,
      file: named('mp4|webm', 'the file of the film, such as recordings/first-call.mp4 (or .webm)'),
      captions: named('vtt', 'the captions of the film, such as recordings/first-call.vtt'),
    }),
  ],
  'Write kind: audio, or kind: video',
)

/** Sound or a film out of the recordings that are served as they are. What it says is in its transcript, for those who do not hear or see it. */
export const recording = kind(shape, ({ kind: medium, title, file, captions, minutes, transcript }, { nextId, prose, shown, yaml, report }) => {
  if (shown(file) === undefined) report.add(yaml.file, yaml.lineOf(['file']), `There is no ${file} in public`)
  if (captions) {
    const text = shown(captions)
    const fault = text === undefined ? `There is no ${captions} in public` : faultOfCaptions(text)
    if (fault) report.add(yaml.file, yaml.lineOf(['captions']), fault)
  }
  return {
    kind: 'recording',
    id: nextId(),
    medium,
    title,
    file: `/${file}`,
    captions: captions ? `/${captions}` : null,
    minutes,
    transcript: prose(transcript, ['transcript']),
  }
})

/** Source: WebVTT, https://www.w3.org/TR/webvtt1/, 4.1: the first line, and how the times of a cue are written. */
function faultOfCaptions(text: string): string | null {
  if (!/^\uFEFF?WEBVTT(?:[ \t].*)?(?:\r?\n|$)/.test(text)) return 'The captions are not WebVTT: their first line is WEBVTT'
  const time = String.raw`(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}`
  return new RegExp(`^${time}[ \\t]+-->[ \\t]+${time}.*\\r?\\n.*\\S`, 'm').test(text)
    ? null
    : 'The captions hold no words with the times they are shown at'
}

/** The recordings that there are, by the name that a lesson calls them, with the text of captions. Nobody real is named in those either. */
export async function readRecordings(pages: string, report: Report): Promise<Map<string, string>> {
  const entries = await readdir(join(pages, 'recordings'), { recursive: true, withFileTypes: true }).catch(() => [])
  const found = new Map<string, string>()
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const text = path.endsWith('.vtt') ? await readFile(path, 'utf8') : ''
    reportRealNames(text, path, report)
    found.set(relative(pages, path).split(sep).join('/'), text)
  }
  return found
}
