import lighthouseOf from 'lighthouse'
import { openBrowser } from './browser.ts'
import { median, say } from './measure.ts'
import { openOrdinaryWeek } from './ordinary-week.ts'
import { freePort } from '#testing/free-port.ts'
import { serve } from './serve.ts'

const runs = 5
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const figures = {
  fcp: 'first-contentful-paint',
  lcp: 'largest-contentful-paint',
  tbt: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
} as const
type Figure = (typeof categories)[number] | keyof typeof figures
interface Look {
  scores: Record<Figure, number>
  /** The checks that cost a point, performance aside. */
  failed: string[]
}

/** Lighthouse as it comes, a slow phone, the median of five; on the real server over an ordinary week, signed in by cookie, and on the floor. */
export async function lighthouse(): Promise<void> {
  console.log(`Lighthouse, mobile, median of ${runs}`)
  await using world = await openOrdinaryWeek()
  await using product = await serve('src/server/main.ts', { DATABASE_FILE: world.file, DEMO: 'ordinary-week' })
  await using floorApp = await serve('bench/floor-server.ts')
  const { scores: floor } = await look(`${floorApp.origin}/`, null)
  console.log(`  floor: performance ${floor.performance} (${paints(floor)}), TBT ${floor.tbt.toFixed(0)} ms, CLS ${floor.cls.toFixed(3)}`)
  for (const { name, path, cookie } of world.pages) report(name, await look(product.origin + path, cookie), floor)
}

async function look(address: string, cookie: string | null): Promise<Look> {
  const looks: Look[] = []
  while (looks.length < runs) looks.push(await lookOnce(address, cookie))
  const scores = { ...looks[0]?.scores } as Look['scores'] // there were some runs
  for (const figure of Object.keys(scores) as Figure[]) scores[figure] = median(looks.map((one) => one.scores[figure]))
  return { scores, failed: [...new Set(looks.flatMap(({ failed }) => failed))] }
}

/** A browser of its own for each run, so that none finds another's cache. Chromium now and then loses the trace of a visit, which is then made again. */
async function lookOnce(address: string, cookie: string | null, tries = 3): Promise<Look> {
  const port = await freePort()
  const browser = await openBrowser(port)
  const result = await lighthouseOf(address, {
    port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: [...categories],
    ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
  }).finally(() => browser.close())
  if (!result) throw new Error(`Lighthouse gave no result for ${address}`)
  const { lhr } = result
  if (lhr.runtimeError && tries > 1) return lookOnce(address, cookie, tries - 1)
  if (lhr.runtimeError) throw new Error(`Lighthouse could not look at ${address}: ${lhr.runtimeError.message}`)
  if (lhr.finalDisplayedUrl !== address) throw new Error(`${address} led to ${lhr.finalDisplayedUrl}: the cookie does not open it`)
  const failed = categories
    .filter((category) => category !== 'performance')
    .flatMap((category) => lhr.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id]?.score === 0)
    .map(({ id }) => id)
  const scored = categories.map((category) => [category, Math.round((lhr.categories[category]?.score ?? 0) * 100)] as const)
  const measured = Object.entries(figures).map(([figure, audit]) => [figure, lhr.audits[audit]?.numericValue ?? Number.NaN] as const)
  return { scores: Object.fromEntries([...scored, ...measured]) as Look['scores'], failed } // one for each of both lists
}

function report(page: string, { scores, failed }: Look, floor: Look['scores']): void {
  const others = [scores.accessibility, scores['best-practices'], scores.seo]
  const why = failed.length > 0 ? ` (${failed.join(', ')})` : ''
  say(
    `${page}, performance`,
    `${scores.performance} (${paints(scores)})`,
    `the floor's ${floor.performance}`,
    scores.performance >= floor.performance,
  )
  say(`${page}, accessibility / best practices / SEO`, others.join(' / ') + why, '100 / 100 / 100', Math.min(...others) === 100)
  say(`${page}, TBT`, `${scores.tbt.toFixed(0)} ms`, '50 ms', scores.tbt <= 50)
  say(`${page}, CLS`, scores.cls.toFixed(3), '0.01', scores.cls <= 0.01)
}

const paints = ({ fcp, lcp }: Look['scores']) => `first paint ${(fcp / 1000).toFixed(2)} s, largest ${(lcp / 1000).toFixed(2)} s`
