import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { demoPassphrase } from '#mocks/worlds/world.ts'
import { worlds } from '#mocks/worlds/worlds.ts'
import { type RunningServer, startServer } from './real-server.ts'

interface Start {
  world?: string
  persona?: string
  path?: string
}

interface Fixtures {
  home: 'mock' | 'real'
  /** Opens the product in a state of its own: on the mock by its address, on the real server by a copied database and a real sign-in. */
  open: (start?: Start) => Promise<Page>
  /** The real server of this test, to be stopped and started under a page; null on the mock. */
  server: () => RunningServer | null
}

export const test = base.extend<Fixtures>({
  home: ['mock', { option: true }],
  server: [
    async ({}, use) => {
      await use(() => null)
    },
    { scope: 'test' },
  ],
  open: async ({ page, home, context }, use) => {
    const errors = watchErrors(page)
    let server: RunningServer | null = null
    await use(async ({ world = 'ordinary-week', persona = 'visitor', path = '/' } = {}) => {
      if (home === 'mock') {
        const address = new URL(path, 'http://localhost:4173')
        address.searchParams.set('world', world)
        address.searchParams.set('persona', persona)
        await page.goto(address.href)
      } else {
        server = await startServer(world)
        const email = worlds[world]?.personas[persona]?.email
        if (email) await signIn(context.request, server.origin, email)
        await page.goto(server.origin + path)
      }
      await page.locator('h1').first().waitFor()
      return page
    })
    await (server as RunningServer | null)?.stop()
    expect(errors, 'Nothing may be written to the console as an error').toEqual([])
  },
})

export { expect } from '@playwright/test'

/** Signs in as a person would, over HTTP; the demonstration tells the one-time code. */
async function signIn(request: Page['request'], origin: string, email: string): Promise<void> {
  const headers = { origin }
  const first = await request.post(`${origin}/api/session`, { headers, data: { email, passphrase: demoPassphrase } })
  const session = await first.json()
  expect(first.status(), JSON.stringify(session)).toBe(201)
  if (session.step === 'second-factor') {
    const second = await request.post(`${origin}/api/session/second-factor`, { headers, data: { code: session.demoCode } })
    expect(second.status()).toBe(201)
  }
}

/** The browser notes every refused request itself; a journey asserts those by what the page says of them. */
function watchErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  return errors
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Looks at the page as it stands, wide and narrow: axe finds nothing, and nothing makes the page scroll sideways. */
export async function look(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    expect(violations.map(({ id, nodes }) => `${id} at ${width}px: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `The page scrolls sideways at ${width}px`).toBeLessThanOrEqual(width)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
