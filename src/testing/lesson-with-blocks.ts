import { content } from '#content/content.ts'
import type { Block, CompiledModule } from '#domain/module.ts'

const said = (text: string) => [{ kind: 'text' as const, text }]

/** One block of every kind that asks the reader for something, or that only some lessons have. */
export const everyBlock: readonly Block[] = [
  {
    kind: 'choose',
    id: 'b1',
    prompt: 'Who decides?',
    several: false,
    options: [
      { id: 'a', text: 'The author', right: false, feedback: said('The author writes.') },
      { id: 'b', text: 'The board', right: true, feedback: said('On the advice of its panel.') },
    ],
    after: [{ kind: 'paragraph', id: 'b2', text: said('So it was in 2010.') }],
  },
  {
    kind: 'choose',
    id: 'b3',
    prompt: 'Who writes?',
    several: true,
    options: [
      { id: 'a', text: 'Agencies', right: true, feedback: said('Each on itself.') },
      { id: 'b', text: 'The author', right: true, feedback: said('On all of it.') },
      { id: 'c', text: 'The coroner', right: false, feedback: said('That is another inquiry.') },
    ],
    after: [],
  },
  {
    kind: 'order',
    id: 'b4',
    prompt: 'Put the steps in order',
    items: ['Ask', 'Listen', 'Write', 'Check'].map((text, index) => ({
      id: 'abcd'.charAt(index),
      text,
      why: said(`${text} comes at ${index + 1}.`),
    })),
    after: [],
  },
  {
    kind: 'match',
    id: 'b5',
    prompt: 'Who does what?',
    pairs: [
      { id: 'a', left: 'Chair', right: 'Presides', why: said('By the guidance.') },
      { id: 'b', left: 'Author', right: 'Writes', why: [] },
      { id: 'c', left: 'Panel', right: 'Weighs', why: [] },
    ],
    after: [],
  },
  { kind: 'reflect', id: 'b6', prompt: 'What would you do?', words: 200 },
  { kind: 'checklist', id: 'b7', title: 'Before the first meeting', items: [said('Read it all'), said('Ring the family')] },
  {
    kind: 'figure',
    id: 'b8',
    alt: 'A line from the panel to the board',
    caption: said('Who advises whom'),
    drawing: {
      tag: 'svg',
      attributes: { viewBox: '0 0 320 60' },
      children: [{ tag: 'text', attributes: { x: '10', y: '20', textAnchor: 'start' }, children: ['Panel'] }],
    },
  },
  { kind: 'hard', id: 'b9', note: 'It speaks of an injury.', body: [{ kind: 'paragraph', id: 'b10', text: said('He was hurt.') }] },
  { kind: 'paragraph', id: 'b11', text: said('And then the lesson goes on.') },
  {
    kind: 'recording',
    id: 'b12',
    medium: 'video',
    title: 'A first meeting',
    file: '/recordings/first-meeting.mp4',
    captions: '/recordings/first-meeting.vtt',
    minutes: 1,
    transcript: [{ kind: 'paragraph', id: 'b13', text: said('The chair closes the door and sits down.') }],
  },
  {
    kind: 'recording',
    id: 'b14',
    medium: 'audio',
    title: 'A first call',
    file: '/recordings/first-call.mp3',
    captions: null,
    minutes: 2.5,
    transcript: [{ kind: 'paragraph', id: 'b15', text: said('Chair: I am sorry to ring so late.') }],
  },
]

/** The content as it ships, but that the first lesson of the first module has these blocks. */
export function contentWith(blocks: readonly Block[]): typeof content {
  const [first, ...modules] = content.modules
  const [lesson, ...lessons] = first?.lessons ?? []
  if (!first || !lesson) throw new Error('The content has no module with a lesson')
  const changed: CompiledModule = { ...first, lessons: [{ ...lesson, blocks: [...blocks] }, ...lessons] }
  return { ...content, modules: [changed, ...modules] }
}
