import type { Clock } from '#api/deps.ts'

/** A clock that stands still until it is told. */
export function standingClock(start = '2026-11-23T09:00:00.000Z'): Clock & { pass: (minutes: number) => void } {
  let now = new Date(start)
  return {
    now: () => new Date(now),
    pass: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
  }
}
