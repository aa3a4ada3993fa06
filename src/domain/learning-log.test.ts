import { expect, test } from 'vitest'
import { type LogEntry, logAsText } from './learning-log.ts'

const entry: LogEntry = {
  id: '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e',
  version: 1,
  kind: 'reflection',
  moduleId: 'm1',
  moduleVersion: 1,
  moduleTitle: 'What reviews are for',
  lesson: 'limits',
  lessonTitle: 'The limits',
  block: 'b4',
  prompt: 'What would you say?',
  words: 'That it is not for me.\n',
  updatedAt: '2026-11-23T10:00:00.000Z',
  sharedIn: [],
}

test('a log as text gives each note its lesson, its day and its question, and every word', () => {
  const note = { ...entry, kind: 'note' as const, prompt: null, words: 'Read again.' }
  expect(logAsText([entry, note], (moment) => moment.slice(0, 10))).toBe(
    'My learning log\n\n\nWhat reviews are for: The limits\n2026-11-23\nWhat would you say?\n\nThat it is not for me.\n\n\n' +
      'What reviews are for: The limits\n2026-11-23\n\nRead again.\n',
  )
})
