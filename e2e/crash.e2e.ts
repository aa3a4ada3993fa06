import type { Page } from '@playwright/test'
import type { Place } from '#domain/training.ts'
import { paths } from '#paths'
import { expect, test } from './fixture.ts'

// Each of these goes a long way.
test.beforeEach(() => test.slow())

/** Kills the process that draws a page, as when a machine runs out of memory: nothing of the page runs any more, not even what it does when it is left. */
async function kill(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash')
  void page.goto('chrome://crash').catch(() => undefined)
  await gone
}

const title = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const kept = (page: Page) => expect(page.getByText(/^Saved \d/).last()).toBeVisible()
const tries = (page: Page) => page.getByRole('link', { name: /^Try \d/ })
const check = { persona: 'learner-failed-once', path: paths.check('m1') }

/** Chooses an answer to each of the first questions of a second try, and waits until it is kept. */
async function answerSome(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: 'Begin try 2' }).click()
  for (let position = 1; position <= count; position++) {
    await title(page, `Question ${position} of 10`)
    await page.getByRole('radio').nth(1).check()
    await kept(page)
    await page.getByRole('link', { name: 'Next question' }).click()
  }
  await title(page, `Question ${count + 1} of 10`)
}

test('a browser that is killed in the middle of a check: what was chosen is there afterwards, and the try is the same one', async ({ open }) => {
  const page = await open(check)
  await answerSome(page, 3)
  await page.getByRole('radio').first().check()
  await kill(page)

  const again = await open(check)
  await expect(again.getByRole('button', { name: /^Begin/ })).toHaveCount(0)
  await again.getByRole('link', { name: 'Go on with your knowledge check' }).click()
  // The answer that was on its way may have arrived.
  await title(again, /^Question [45] of 10$/)
  const { href } = new URL(again.url())
  for (const position of [1, 2, 3]) {
    await again.goto(`${href.split('?')[0]}?question=${position}`)
    await title(again, `Question ${position} of 10`)
    await expect(again.getByRole('radio').nth(1)).toBeChecked()
  }
  await again.goto(`${href.split('?')[0]}?question=review`)
  await again.getByRole('button', { name: 'Hand in' }).click()
  await title(again, 'Not passed yet')
  await again.getByRole('link', { name: 'Try again' }).click()
  await expect(tries(again)).toHaveCount(2)
})

test('a browser that is killed in the middle of a lesson: what was read and written is there afterwards, and the place', async ({ open }) => {
  const lesson = { persona: 'learner-half-way', path: paths.lesson('m1', 'what-went-wrong') }
  const page = await open(lesson)
  await page.getByRole('button', { name: 'I have read this: go on' }).click()
  await title(page, 'The learning stance in daily words')
  const reflection = page.getByRole('textbox', { name: /^Which sentence of yours/ })
  await reflection.fill('I knew the ending, and had not asked her.')
  await reflection.blur()
  await kept(page)
  await page.getByRole('button', { name: 'I have read this: go on' }).click()
  await title(page, 'A day in the life of one child')
  const heading = page.getByRole('heading', { level: 2 }).last()
  // Opening the lesson keeps a place too: its beginning.
  const placed = page.waitForResponse(
    (response) => response.url().endsWith('/place') && response.ok() && (response.request().postDataJSON() as Place).block !== null,
  )
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await placed
  await kill(page)

  const again = await open({ ...lesson, path: paths.module('m1') })
  await expect(again.getByRole('main').getByText('Read', { exact: true })).toHaveCount(4)
  await again.getByRole('link', { name: 'Go on where you stopped' }).click()
  await title(again, 'A day in the life of one child')
  await expect(again.getByRole('heading', { level: 2 }).last()).toBeInViewport()
  await again.getByRole('link', { name: 'Previous lesson' }).click()
  await expect(again.getByRole('textbox', { name: /^Which sentence of yours/ })).toHaveValue('I knew the ending, and had not asked her.')
})

for (const moment of ['before it got the answers', 'while it marked them', 'after it marked them, before it could say so'] as const)
  test(`a server that is killed when a check is handed in, ${moment}: nothing is lost, and it is one try`, async ({ open, server, home }) => {
    test.skip(home === 'mock', 'The mock has no server to kill')
    const page = await open(check)
    await answerSome(page, 3)
    await page.goto(`${new URL(page.url()).origin}${new URL(page.url()).pathname}?question=review`)
    await page.route(
      '**/submission',
      async (route) => {
        if (moment === 'after it marked them, before it could say so') await route.fetch()
        if (moment === 'while it marked them') void route.continue().catch(() => undefined)
        await server().halt()
        if (moment !== 'while it marked them') await route.abort()
        await server().resume()
      },
      { times: 1 },
    )
    await page.getByRole('button', { name: 'Hand in' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Not passed yet' })).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('You gave no answer.')).toHaveCount(7)
    await page.getByRole('link', { name: 'Try again' }).click()
    await expect(tries(page)).toHaveCount(2)
    await expect(page.getByText('1 try left')).toBeVisible()
  })
