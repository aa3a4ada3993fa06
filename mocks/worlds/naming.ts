import { nameKey } from '#domain/person.ts'
import type { Chance } from './chance.ts'
import { nameGroups } from './names.ts'

/** Letters that are letters of their own, not others with a mark. */
const plainLetters: Record<string, string> = { ł: 'l', ø: 'o', ß: 'ss', đ: 'd' }

/** The address of an invented person: `amara.okafor@example.org`, a domain that is nobody's. */
export function emailFor(name: string): string {
  const plain = nameKey(name).replace(/[^a-z0-9 ]/g, (letter) => plainLetters[letter] ?? '')
  return `${plain.replaceAll(' ', '.')}@example.org`
}

/** A name as somebody in England may bear it; about one in twelve is joined from two families. */
export function drawName(chance: Chance): string {
  const { given, family } = chance.pickByShare(nameGroups)
  const [own, other] = [chance.pick(family), chance.pick(chance.pickByShare(nameGroups).family)]
  const joined = chance.happens(8) && own !== other && !own.includes('-') && !other.includes('-')
  return `${chance.pick(given)} ${joined ? `${own}-${other}` : own}`
}

/** So many different names, none of them `taken`. */
export function drawNames(chance: Chance, many: number, taken: readonly string[]): string[] {
  const names = new Map(taken.map((name) => [emailFor(name), name]))
  while (names.size < taken.length + many) {
    const name = drawName(chance)
    names.set(emailFor(name), names.get(emailFor(name)) ?? name)
  }
  return [...names.values()].slice(taken.length)
}
