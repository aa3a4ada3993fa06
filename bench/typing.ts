import type { Page } from '@playwright/test'
import { plainQuestion } from '#api/repository/roster-question.ts'
import { readRoster } from '#api/repository/roster.ts'
import { dayOf } from '#domain/calendar.ts'
import { paths } from '#paths'
import { openPostgres } from '#server/postgres.ts'
import type { BigPool } from './big-pool.ts'
import { openBrowser } from './browser.ts'
import { median, ms, percentile, say, spread } from './measure.ts'
import { watchTyping, type Typed } from './painted.ts'
import { serve } from './serve.ts'

const budget = 60
/** Shorter than the pause after which the page asks, as the keys of somebody who knows what they look for. */
const betweenKeys = 25
const passes = 3
const words = (
  'ackersby, hart, moorcroft, kettle, nightin, silver, winter, thistle, raven, oaken, ' +
  'fiona under, hugh, martin bell, oliver, deepak, patel, rosemary, lavenham, pinkerton, xyz'
).split(', ')

/** From the last key of a burst in the search box to the frame that shows the right people, less what the endpoint took, in a browser on the real server. */
export async function typing({ address, coordinator }: BigPool): Promise<void> {
  console.log(`The last key of a burst (${betweenKeys} ms between keys) in the roster's search box`)
  const expected = await peopleFor(address)
  await using server = await serve('src/server/main.ts', { DATABASE_URL: address })
  await using browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London' })
  await context.addCookies([{ name: 'session', value: coordinator, url: server.origin, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  const measured: Typed[] = []
  for (let pass = -1; pass < passes; pass++) {
    // Each visit begins with an empty cache, so that every burst has to ask.
    await page.goto(server.origin + paths.roster())
    for (const [word, names] of expected) {
      const typed = await typeBurst(page, word, names)
      if (pass >= 0) measured.push(typed)
    }
  }
  report(measured)
}

/** The names that each search has to show. */
async function peopleFor(address: string): Promise<Map<string, string[]>> {
  const db = openPostgres(address)
  const found = new Map<string, string[]>()
  for (const name of words) {
    const { people } = await readRoster(db, plainQuestion({ who: 'members', name }, dayOf(new Date())), { own: '', regions: new Set(), any: true })
    found.set(
      name,
      people.map((person) => person.name),
    )
  }
  await db.destroy()
  return found
}

async function typeBurst(page: Page, word: string, names: readonly string[]): Promise<Typed> {
  if (await page.getByLabel('Search by name').inputValue()) await page.getByRole('link', { name: 'Clear filters' }).click()
  // The box is emptied just after the rows are back: whoever types at once would add to the last word.
  await page.waitForFunction(
    () => document.querySelectorAll('tbody tr').length === 25 && !document.querySelector<HTMLInputElement>('[name=name]')?.value,
  )
  await page.getByLabel('Search by name').click()
  await page.evaluate(watchTyping, { word, names })
  await page.keyboard.type(word, { delay: betweenKeys })
  return page.evaluate(() => window.painted)
}

function report(measured: readonly Typed[]): void {
  const own = measured.map(({ total, endpoint }) => total - endpoint)
  console.log(`  key to rows: ${spread(measured.map(({ total }) => total))}; the endpoint of it: ${spread(measured.map(({ endpoint }) => endpoint))}`)
  console.log(
    `  of the rest: key to request ${spread(measured.map(({ asked }) => asked))}; answer to frame ${spread(measured.map(({ drawn }) => drawn))}`,
  )
  console.log(`  longest task in the page: ${ms(Math.max(...measured.map(({ longestTask }) => longestTask)))} (0 when none was over 50 ms)`)
  say('less the endpoint, at the median', ms(median(own)), `${budget} ms`, median(own) <= budget)
  say('less the endpoint, 95th percentile', ms(percentile(own, 0.95)), `${budget} ms`, percentile(own, 0.95) <= budget)
  console.log('')
}
