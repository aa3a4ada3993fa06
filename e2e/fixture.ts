import { existsSync } from 'node:fs'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import axe from 'axe-core'
import { demoPassphrase } from '#mocks/worlds/world.ts'
import { worlds } from '#mocks/worlds/worlds.ts'
import { worldShape } from '../scripts/world-shape.ts'
import { mockWorldFile } from './make-worlds.ts'
import { type Kept, type RunningServer, startServer } from './real-server.ts'

interface Start {
  world?: string
  persona?: string
  path?: string
}

/** Where the product runs in this test: over a world of its own, on the mock or on a real server. */
interface Place {
  /** Opens the product for somebody. The first opens the world; those who come after share it, each signed in on their own. */
  open: (start?: Start) => Promise<Page>
  /** The real server, to be stopped and started under a page. */
  server: () => RunningServer
  /** Cuts the network of a page's browser, or joins it again. */
  network: (page: Page, is: 'away' | 'back') => Promise<void>
}

interface Fixtures extends Place {
  home: 'mock' | 'real'
  /** What the real server keeps its data in. */
  database: Kept
  place: Place
}

export const test = base.extend<Fixtures>({
  home: ['mock', { option: true }],
  database: ['sqlite', { option: true }],

  place: async ({ browser, context, page, home, database, baseURL }, use) => {
    const errors: string[] = []
    const browsers = new Map<string, BrowserContext>()
    let server: RunningServer | undefined
    let world: string | undefined
    let laid = false

    async function onMock(persona: string, path: string): Promise<Page> {
      // Tabs of one browser share the worker and its database; who is signed in is each tab's own.
      const tab = context.pages().includes(page) && page.url() === 'about:blank' ? page : await context.newPage()
      watch(tab, errors)
      if (!laid) await layWorld(tab, world ?? '')
      laid = true
      const address = new URL(path, baseURL)
      address.searchParams.set('world', world ?? '')
      address.searchParams.set('persona', persona)
      await tab.goto(address.href)
      return tab
    }

    async function onServer(persona: string, path: string): Promise<Page> {
      server ??= await startServer(world ?? '', database)
      // Everybody has a browser of their own; somebody who comes back finds theirs.
      const known = browsers.get(persona)
      const own = known ?? (browsers.size === 0 ? context : await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' }))
      const tab = browsers.size === 0 ? page : await own.newPage()
      browsers.set(persona, own)
      watch(tab, errors)
      // As in canBeUsed, wherever a journey opens or reloads a page itself.
      await tab.addLocatorHandler(tab.locator('#app[inert]'), () => Promise.resolve())
      const email = worlds[world ?? '']?.personas[persona]?.email
      if (email && !known) await signIn(own.request, server.origin, email)
      await tab.goto(server.origin + path)
      return tab
    }

    await use({
      open: async ({ world: name = 'ordinary-week', persona = 'visitor', path = '/' } = {}) => {
        world ??= name
        const tab = await (home === 'mock' ? onMock(persona, path) : onServer(persona, path))
        await canBeUsed(tab)
        return tab
      },
      server: () => {
        if (!server) throw new Error('Only a test on the real server that has opened a page has a server')
        return server
      },
      network: async (tab, is) => {
        await tab.context().setOffline(is === 'away')
        // The mock's API is in the browser itself, so that there is a network of its own to cut.
        if (home === 'mock')
          await tab
            .getByRole('button', { name: is === 'away' ? 'Cut the network' : 'Join the network again', includeHidden: true })
            .evaluate((button: HTMLElement) => button.click())
      },
    })

    // A page that still fetches what lies further down when its server goes is no fault of the page.
    const said = [...errors]
    for (const own of browsers.values()) if (own !== context) await own.close()
    await server?.stop()
    expect(said, 'Nothing may be written to the console as an error').toEqual([])
  },

  open: async ({ place }, use) => use(place.open),
  server: async ({ place }, use) => use(place.server),
  network: async ({ place }, use) => use(place.network),
})

export { expect } from '@playwright/test'

/**
 * Gives the mock the database of a world, as an earlier visit of the same browser would have left it: to fill one in every test takes longer than most of them.
 * Worlds with faults begin with none.
 */
async function layWorld(page: Page, world: string): Promise<void> {
  const file = mockWorldFile(world)
  if (!existsSync(file)) return
  await page.route('**/world-image', (route) => route.fulfill({ path: file, contentType: 'application/octet-stream' }))
  await page.goto('/favicon.svg')
  await page.evaluate(async (key) => {
    const image = new Uint8Array(await (await fetch('/world-image')).arrayBuffer())
    const opening = indexedDB.open('keyval-store')
    const happens = (what: EventTarget, kind: string) => new Promise((resolve) => what.addEventListener(kind, resolve, { once: true }))
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('keyval'))
    await happens(opening, 'success')
    const writing = opening.result.transaction('keyval', 'readwrite')
    writing.objectStore('keyval').put(image, key)
    await happens(writing, 'complete')
    opening.result.close()
  }, `${world}@${worldShape()}`)
  await page.unroute('**/world-image')
}

/** Signs in as a person would, over HTTP; the demonstration tells the one-time code. */
async function signIn(request: BrowserContext['request'], origin: string, email: string): Promise<void> {
  const headers = { origin }
  const first = await request.post(`${origin}/api/session`, { headers, data: { email, passphrase: demoPassphrase } })
  const session = (await first.json()) as { step: string; demoCode?: string }
  expect(first.status(), JSON.stringify(session)).toBe(201)
  if (session.step === 'second-factor') {
    const second = await request.post(`${origin}/api/session/second-factor`, { headers, data: { code: session.demoCode } })
    expect(second.status()).toBe(201)
  }
}

/** The browser notes every refused request itself; a journey asserts those by what the page says of them. */
function watch(page: Page, errors: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
}

/** A page that the server drew can be read before it can be used; people wait for that too. */
async function canBeUsed(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await expect(page.locator('#app[inert]')).toHaveCount(0)
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong with the page as it stands, in words. */
async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (values) => (window as never as { axe: typeof axe }).axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    rules,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Looks at the page as it stands, wide and narrow: axe finds nothing, and nothing makes the page scroll sideways. */
export async function look(page: Page): Promise<void> {
  await canBeUsed(page)
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await faultsOf(page), `What axe finds at ${width}px`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `The page scrolls sideways at ${width}px`).toBeLessThanOrEqual(width)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/**
 * Looks at the page as people see it who force colours of their own on it. That what was said by colour is said in words too is for the caller to assert.
 * The page stays so.
 */
export async function lookWithForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
  await look(page)
}

/** Reads the newest mail to somebody, as an administrator would where no mail server is set, and gives the link in it. */
export async function linkInMailTo(open: Place['open'], email: string): Promise<string> {
  const mail = await open({ persona: 'administrator', path: '/mail' })
  const entry = mail.getByRole('listitem').filter({ hasText: email }).first()
  await entry.getByText('Read', { exact: true }).click()
  const link = await entry.getByRole('link').getAttribute('href')
  await mail.close()
  if (!link) throw new Error(`The mail to ${email} holds no link`)
  return link
}
