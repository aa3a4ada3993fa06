import type { Page } from '@playwright/test'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

// The mock has no server that could draw.
test.beforeEach(({ home }) => test.skip(home === 'mock'))

/** Holds back all that a page runs until it is let come. */
async function holdCode(page: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>()
  await page.route('**/assets/*.js', async (route) => {
    await held.promise
    await route.continue()
  })
  return held.resolve
}

test('the framework can be read before its code has come, and nothing in it moves when it does', async ({ open, server }) => {
  const first = await open()
  const page = await first.context().newPage()
  const letCome = await holdCode(page)
  await page.goto(server().origin + paths.framework(), { waitUntil: 'commit' })
  await expect(page).toHaveTitle('The key skills - Panel Pool')
  await expect(page.locator('h1')).toHaveText('The key skills')
  const skills = page.locator('.app-skill')
  await expect(skills).toHaveCount(35)
  const places = () => skills.evaluateAll((all) => all.map((skill) => skill.getBoundingClientRect().top))
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.locator('details form').isVisible(), `Filters at ${width}`).toBe(width === 1280)
  }
  const before = await places()
  letCome()
  await expect(page.locator('#app[inert]')).toHaveCount(0)
  expect(await places()).toEqual(before)
  await look(page)
  await page.getByLabel('Search the skills').fill('media')
  await expect(skills).not.toHaveCount(35)
})

test('without any code the public pages and somebody’s own can be read', async ({ open, server, browser }) => {
  const learner = await open({ persona: 'learner-half-way' })
  const still = await browser.newContext({ javaScriptEnabled: false, storageState: await learner.context().storageState() })
  const page = await still.newPage()
  for (const [path, heading] of [
    [paths.start(), 'Chair or write reviews that keep children safer'],
    [paths.framework(), 'The key skills'],
    [paths.worried(), 'Worried about a child now?'],
    [paths.home(), /^Hello /],
    [paths.training(), 'Training'],
    [paths.module('m1'), 'What reviews are for'],
  ] as const) {
    await page.goto(server().origin + path)
    await expect(page.locator('h1')).toHaveText(heading)
  }
  await still.close()
})

test('what somebody presses before the code has come is done when it has', async ({ open, server }) => {
  const first = await open({ persona: 'learner-half-way' })
  const page = await first.context().newPage()
  const letCome = await holdCode(page)
  await page.goto(server().origin + paths.module('m1'), { waitUntil: 'commit' })
  const goOn = page.getByRole('link', { name: 'Go on where you stopped' })
  await expect(page.locator('h1')).toHaveText('What reviews are for')
  const pressed = goOn.click()
  letCome()
  await pressed
  await expect(page.getByText(/^Lesson \d of \d/)).toBeVisible()
})

test('where the code does not come, the links of a page lead on', async ({ open, server }) => {
  const first = await open()
  const page = await first.context().newPage()
  let firstCode = true
  await page.route('**/assets/*.js', (route) => {
    // What waits for the words comes; what makes them work does not.
    const comes = firstCode
    firstCode = false
    return comes ? route.continue() : route.abort()
  })
  await page.goto(server().origin + paths.start())
  await page.getByRole('link', { name: 'Read the key skills' }).click()
  await expect(page.locator('h1')).toHaveText('The key skills')
})

test('a page names the files of all its parts each time it is drawn, also those that were loaded for an earlier one', async ({ open, server }) => {
  const coordinator = await open({ persona: 'coordinator', path: paths.today() })
  const filesOf = async (path: string) => {
    const answer = await coordinator.request.get(server().origin + path, { headers: { accept: 'text/html' } })
    return (await answer.text()).match(/\/assets\/[\w-]+\.(?:js|css)/g)?.toSorted() ?? []
  }
  const first = await filesOf(paths.roster())
  expect(await filesOf(paths.roster())).toEqual(first)
  const asked: string[] = []
  coordinator.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await coordinator.goto(server().origin + paths.roster())
  await look(coordinator)
  expect(asked.filter((path) => /\.(js|css)$/.test(path) && !first.includes(path))).toEqual([])
})

test('after somebody signed out nothing of theirs is drawn', async ({ open, server }) => {
  const page = await open({ persona: 'learner-half-way', path: paths.module('m1') })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out')).toBeVisible()
  await page.goto(server().origin + paths.module('m1'))
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
})
