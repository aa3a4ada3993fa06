import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { v7 } from 'uuid'

export type Chance = ReturnType<typeof startChance>

/** Everything in a world that looks like chance, repeatable from its seed: draws, orders and ids. */
export function startChance(seed: number) {
  const generator = xoroshiro128plus(seed)
  let made = 0

  const whole = (least: number, most: number): number => uniformInt(generator, least, most)
  /** True so many times in a hundred. */
  const happens = (percent: number): boolean => whole(1, 100) <= percent

  function pick<T>(things: readonly T[]): T {
    if (things.length === 0) throw new RangeError('Nothing can be picked from an empty list')
    return things[whole(0, things.length - 1)] as T // the index lies inside the list
  }

  /** A thing drawn as often as its share of all the shares says. */
  function pickByShare<T extends { share: number }>(things: readonly T[]): T {
    let left = whole(
      1,
      things.reduce((sum, { share }) => sum + share, 0),
    )
    const found = things.find(({ share }) => (left -= share) <= 0)
    if (!found) throw new RangeError('The shares must be whole numbers above 0')
    return found
  }

  function shuffle<T>(things: readonly T[]): T[] {
    const places = things.map((thing) => ({ thing, place: generator.next() }))
    return places.toSorted((a, b) => a.place - b.place).map(({ thing }) => thing)
  }

  /** A UUIDv7 of a moment; ids of the same moment sort in the order they were made. */
  function newId(at: Date): string {
    const random = new Uint8Array(16)
    const view = new DataView(random.buffer)
    view.setInt32(8, generator.next())
    view.setInt32(12, generator.next())
    return v7({ msecs: at.getTime(), seq: made++, random })
  }

  return { whole, happens, pick, pickByShare, shuffle, newId }
}
