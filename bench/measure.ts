/** One measured run of one contender at one step. */
export interface Run<Name extends string, Step> {
  name: Name
  step: Step
  ms: number
}

const warmUps = 3

/**
 * Runs contenders against each other: every round goes through all steps, and at each step the contenders take turns in going first, so that whatever
 * else the machine does falls on all of them alike. The first rounds warm up and are not counted.
 */
export async function race<Name extends string, Step>(
  contenders: Record<Name, (step: Step) => Promise<unknown>>,
  steps: readonly Step[],
  rounds: number,
): Promise<Run<Name, Step>[]> {
  const names = Object.keys(contenders) as Name[]
  const runs: Run<Name, Step>[] = []
  for (let round = -warmUps; round < rounds; round++) {
    for (const [place, step] of steps.entries()) {
      const turn = (round + warmUps + place) % names.length
      for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
        const began = performance.now()
        await contenders[name](step)
        const ms = performance.now() - began
        if (round >= 0) runs.push({ name, step, ms })
      }
    }
  }
  return runs
}

/** The value that such a share of them does not exceed: the nearest rank, so always one that was measured. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export const ms = (value: number): string => `${value.toFixed(1)} ms`

/** Both percentiles of some times, to stand in a line. */
export const spread = (times: readonly number[]): string => `p50 ${ms(median(times))}, p95 ${ms(percentile(times, 0.95))}`

/** Says a figure beside its budget. Nothing fails: times differ from machine to machine, so somebody has to look. */
export function say(what: string, figure: string, budget: string, within: boolean): void {
  console.log(`  ${what}: ${figure}; budget ${budget}${within ? '' : '  <-- MISSED'}`)
}
