/**
 * The same things in an order that depends on `seed` alone, so that a reload shows it again, and that is never the one given (when two things differ in
 * place at all).
 */
export function stableShuffle<T>(things: readonly T[], seed: string): T[] {
  const draw = numbers(seed)
  const shuffled = [...things]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1))
    const kept = shuffled[last] as T // both indexes lie inside the array
    shuffled[last] = shuffled[other] as T
    shuffled[other] = kept
  }
  const asGiven = shuffled.every((thing, index) => thing === things[index])
  return asGiven ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled
}

/** Numbers from 0 up to 1, the same for the same words. Good enough to mix a list. Source: FNV-1a and mulberry32. */
function numbers(seed: string): () => number {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
