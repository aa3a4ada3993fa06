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
    changed: version > 1 ? [`What version ${version} says differently.`] : [],
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

/**
 * The version after the first, as an editor might make it: the second lesson says something else, a third is new, one question was made clearer and one was
 * left out. The first lesson is as it was.
 */
export function aNextVersion(id = 'm1'): CompiledModule {
  const next = aModule(2, id)
  const added = { ...next.module.lessons[0]!, id: 'third', title: 'Lesson third' } // a module here has two lessons
  const changedBlock = { kind: 'paragraph' as const, id: 'b1', text: [{ kind: 'text' as const, text: 'Other words.' }] }
  return {
    ...next,
    module: { ...next.module, lessons: [...next.module.lessons, added] },
    lessons: [
      ...next.lessons.map((lesson) => (lesson.id === 'second' ? { ...lesson, blocks: [changedBlock] } : lesson)),
      { ...next.lessons[0]!, ...added },
    ],
    questions: next.questions
      .filter((question) => question.id !== 'q24')
      .map((question) => (question.id === 'q1' ? { ...question, version: 2, stem: 'Question 1, said more clearly?' } : question)),
  }
}
