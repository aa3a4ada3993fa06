import type { CompiledModule, Question } from '#domain/module.ts'
import type { TrainingPath } from '#domain/training-path.ts'

/** A small module for tests of the API: two lessons, three outcomes, a bank of 24. The product's own content has tests of its own. */
export function aModule(version = 1, id = 'm1', title = 'What reviews are for'): CompiledModule {
  const outcomes = ['purpose', 'learning', 'faults'].map((outcome) => ({ id: outcome, text: `The outcome ${outcome}` }))
  const lessons = ['first', 'second'].map((lesson) => ({ id: lesson, title: `Lesson ${lesson}`, summary: 'A lesson', minutes: 9, contentNote: null }))
  const module = {
    id,
    version,
    title,
    summary: 'A module',
    audience: ['chair', 'author'],
    outcomes,
    skills: ['1.1'],
    level: 1,
    regimes: ['SCR-2010'],
    contentNote: null,
    minutes: 28,
    lessons,
    check: { items: 10, passPercent: 80, tries: 3, waitHours: 24, minutes: 10 },
    after: id === 'm1' ? [] : ['m1'],
  }
  const source = { id: 'S01', title: 'A source', address: null }
  const blocks = [{ kind: 'paragraph' as const, id: 'b1', text: [{ kind: 'text' as const, text: 'Words.' }] }]
  return {
    module,
    lessons: lessons.map((lesson) => ({
      ...lesson,
      moduleId: id,
      moduleVersion: version,
      moduleTitle: module.title,
      outcomes,
      regimes: [],
      blocks,
      sources: [source],
    })),
    questions: Array.from({ length: 24 }, (_, index) => aQuestion(index, outcomes[index % 3]?.id ?? 'purpose')),
    sources: [source],
  }
}

/** A common core of these modules, asked of every role; those of `advisersSkip` not of advisers. */
export const aPath = (ids: readonly string[] = ['m1'], advisersSkip: readonly string[] = []): TrainingPath => ({
  id: 'core',
  title: 'Common core',
  modules: ids.map((id) => ({ id, for: advisersSkip.includes(id) ? ['chair', 'author'] : ['chair', 'author', 'adviser'] })),
})

function aQuestion(index: number, outcome: string): Question {
  const options = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    text: `Answer ${id}`,
    correct: id === 'b',
    feedback: `What ${id} misses`,
    sources: ['S01'],
  }))
  return { id: `q${index + 1}`, version: 1, outcome, lesson: 'first', stem: `Question ${index + 1}?`, options }
}
