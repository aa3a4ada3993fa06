import type { Lesson } from '#domain/module.ts'
import type { Content } from './deps.ts'
import type { Place } from './repository/learning-notes.ts'

/** A lesson in one version of its module; undefined where there is none. */
export function lessonAt({ modules }: Content, { moduleId, moduleVersion, lesson }: Place): Lesson | undefined {
  const found = modules.find(({ module }) => module.id === moduleId && module.version === moduleVersion)
  return found?.lessons.find(({ id }) => id === lesson)
}
