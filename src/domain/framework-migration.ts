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
 * Whether a level counts in a version of the framework: where the skill is still there and the words of that very level are the same, and were the same
 * in every version that its owner was on in between (`through`), so that nothing that was lost on the way comes back. "Not yet" has no words and goes
 * with its skill. `at` gives the framework of a version.
 */
export function countsIn(to: Framework, at: (version: number) => Framework, through: readonly number[] = []): (one: Given) => boolean {
  return (one) => {
    const given = one.frameworkVersion
    const between = through.filter((version) => version > given && version < to.version).map(at)
    return [...between, to].every((version) => sameWords(at(given), version, one))
  }
}

/** The newest level of each skill, of what comes oldest first, parted by whether it counts. An older one never stands in for a newest that does not. */
export function moved<T extends Given>(history: readonly T[], counts: (one: T) => boolean): Moved<T> {
  const parted = Object.groupBy(newestPerSkill(history), (one) => (counts(one) ? 'carried' : 'again'))
  return { carried: parted.carried ?? [], again: parted.again ?? [] }
}

const newestPerSkill = <T extends Given>(history: readonly T[]): T[] => [...new Map(history.map((one) => [one.skill, one])).values()]

function sameWords(before: Framework, now: Framework, one: Given): boolean {
  const known = [before, now].every((framework) => skillsIn(framework).some(({ id }) => id === one.skill))
  return known && (one.level === 0 || wordsOf(before, one) === wordsOf(now, one))
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
