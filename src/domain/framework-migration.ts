import { type Framework, skillsIn } from './framework.ts'

/** A level that somebody has of a skill, said or verified, with the version whose words it was given against. */
interface Given {
  skill: string
  level: number
  frameworkVersion: number
}

/** What becomes of levels when their owner moves to another version: what is carried keeps its level, the rest is to be rated or verified again. */
export interface Moved<T> {
  carried: T[]
  again: T[]
}

/**
 * Levels as they count in another version of the framework, for somebody who agreed to move. A level is carried only where the skill is still there and
 * the words of that very level are the same; it is never raised. The rest is asked for again. "Not yet" has no words and goes with its skill.
 * `from` gives the framework of a version.
 */
export function moved<T extends Given>(given: readonly T[], from: (version: number) => Framework, to: Framework): Moved<T> {
  const stands = (one: T): boolean => {
    if (one.frameworkVersion === to.version) return true
    const now = skillsIn(to).find(({ id }) => id === one.skill)
    if (!now) return false
    return one.level === 0 || wordsOf(from(one.frameworkVersion), one) === wordsOf(to, one)
  }
  const parted = Object.groupBy(given, (one) => (stands(one) ? 'carried' : 'again'))
  return { carried: parted.carried ?? [], again: parted.again ?? [] }
}

/** The words of a level, apart from where a line breaks; null when there are none, which equals nothing. */
function wordsOf(framework: Framework, { skill, level }: Given): string | symbol {
  const found = skillsIn(framework)
    .find(({ id }) => id === skill)
    ?.levels.find((one) => one.level === level)
  return found ? JSON.stringify([found.indicator.trim(), found.evidence.trim()]) : Symbol('none')
}

/**
 * The version whose words a person's skills are read by: the newest that they rated themself against or agreed to move to. Nobody is moved by a
 * publication; whoever never rated anything starts with the version in use.
 */
export const versionOf = (rated: readonly number[], agreed: readonly number[], inUse: number): number =>
  rated.length + agreed.length === 0 ? inUse : Math.max(...rated, ...agreed)
