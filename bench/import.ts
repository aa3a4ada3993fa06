import { paths } from '#paths'
import type { BigPool } from './big-pool.ts'
import { openBrowser } from './browser.ts'
import { say } from './measure.ts'
import { serve } from './serve.ts'

const rows = 10_000
const regions = ['London', 'North East', 'South West']

declare global {
  interface Window {
    longest: number
  }
}

/** From the click that checks a long list to the button that imports it, in a browser on the real server, and the longest the page was busy meanwhile. */
export async function importing({ address, coordinator }: BigPool): Promise<void> {
  console.log(`A list of ${rows.toLocaleString('en-GB')} rows against 100,000 people`)
  await using server = await serve('src/server/main.ts', { DATABASE_URL: address })
  await using browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London' })
  await context.addCookies([{ name: 'session', value: coordinator, url: server.origin, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  await page.goto(server.origin + paths.rosterImports())
  const list = Array.from({ length: rows }, (_, index) => `Listed Person ${index},listed.${index}@example.org,${regions[index % regions.length]}`)
  const buffer = Buffer.from(['Name,E-mail,Region', ...list].join('\n'))
  await page.getByLabel('The list').setInputFiles({ name: 'Long.csv', mimeType: 'text/csv', buffer })
  const check = page.getByRole('button', { name: 'Check the rows' })
  await check.waitFor()
  await page.evaluate(() => {
    window.longest = 0
    new PerformanceObserver((seen) => {
      for (const { duration } of seen.getEntries()) window.longest = Math.max(window.longest, duration)
    }).observe({ type: 'longtask' })
  })
  const began = performance.now()
  await check.click()
  await page.getByRole('button', { name: /^Import [\d,]+ people$/ }).waitFor({ timeout: 120_000 })
  const took = (performance.now() - began) / 1000
  const longest = await page.evaluate(() => window.longest)
  say('checked in', `${took.toFixed(1)} s`, '5 s', took <= 5)
  say('the longest task of the page meanwhile', longest === 0 ? 'none over 50 ms' : `${longest.toFixed(0)} ms`, '50 ms', longest <= 50)
  console.log('')
}
