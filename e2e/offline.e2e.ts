import type { Page } from '@playwright/test'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

// Each of these goes a long way.
test.beforeEach(() => test.slow())

const away = (page: Page) => page.getByRole('status').filter({ hasText: 'We cannot reach Panel Pool just now' })
const title = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

/** A module that was begun is fetched whole after its page is drawn: the last thing that is fetched is what its last lesson asks for. */
const allHere = (page: Page) => page.waitForResponse((response) => response.url().includes('/api/task-list') && response.request().method() === 'GET')

test('when the network drops, a module that was opened is read to its end, and what was done arrives once when it is back', async ({
  open,
  network,
}) => {
  const start = await open({ persona: 'learner-half-way', path: paths.training() })
  const here = allHere(start)
  await start.getByRole('region', { name: 'In progress' }).getByRole('link', { name: 'What reviews are for' }).click()
  await title(start, 'What reviews are for')
  await here
  const page = start
  await network(page, 'away')
  await page.getByRole('link', { name: 'Go on where you stopped' }).click()
  await title(page, 'What inspectors and panels found wrong')
  await expect(away(page)).toBeVisible()
  await expect(page.getByText('Every lesson of this module is in this tab')).toBeVisible()
  await look(page)

  await page.getByRole('button', { name: 'I have read this: go on' }).click()
  await title(page, 'The learning stance in daily words')
  const reflection = page.getByRole('textbox', { name: /^Which sentence of yours/ })
  await reflection.fill('I wrote this in a tunnel')
  await reflection.blur()
  await page.getByRole('button', { name: 'Your note on this lesson' }).click()
  await page.getByRole('textbox', { name: 'Your note on this lesson' }).fill('And this')
  await page.getByRole('button', { name: 'I have read this: go on' }).click()
  await title(page, 'A day in the life of one child')

  // Somebody who goes back finds their words, and goes on with them.
  await page.getByRole('link', { name: 'Previous lesson' }).click()
  await title(page, 'The learning stance in daily words')
  await expect(reflection).toHaveValue('I wrote this in a tunnel')
  await reflection.fill('I wrote this in a tunnel, and more of it')
  await reflection.blur()
  await page.getByRole('button', { name: 'I have read this: go on' }).click()
  await page.getByRole('button', { name: 'I have read this: to the knowledge check' }).click()
  await title(page, 'Knowledge check')
  await page.getByRole('link', { name: 'What reviews are for' }).click()
  await title(page, 'What reviews are for')
  await expect(page.getByRole('main').getByText('Read', { exact: true })).toHaveCount(5)
  await look(page)

  const arrived: string[] = []
  page.on('response', (response) => {
    const method = response.request().method()
    if (method !== 'GET' && response.ok()) arrived.push(`${method} ${new URL(response.url()).pathname} ${response.request().postData()}`)
  })
  await network(page, 'back')
  await expect(away(page)).toBeHidden()
  // The network is known to be back before everything that waited for it has been answered.
  await expect.poll(() => arrived.filter((one) => one.includes('/lessons')).length).toBe(3)
  await expect.poll(() => arrived.filter((one) => one.includes('in a tunnel, and more of it')).length).toBe(1)
  expect(new Set(arrived).size, arrived.join('\n')).toBe(arrived.length)

  await page.getByRole('link', { name: 'Knowledge check' }).first().click()
  await expect(page.getByRole('button', { name: 'Begin the knowledge check' })).toBeVisible()
  await page.goto(new URL(paths.learningLog(), page.url()).href)
  await expect(page.getByText('I wrote this in a tunnel, and more of it')).toBeVisible()
  await expect(page.getByText('And this', { exact: true })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(2)
})

test('answers of a knowledge check that were chosen while the network was away are shown as chosen, and are kept when it is back', async ({
  open,
  network,
}) => {
  const page = await open({ persona: 'learner-passed', path: paths.module('m2') })
  await page.getByRole('button', { name: 'Start the module' }).click()
  for (let lesson = 1; lesson <= 6; lesson++) {
    await expect(page.getByText(`Lesson ${lesson} of 6`)).toBeVisible()
    await page.getByRole('button', { name: /^I have read this/ }).click()
  }
  await page.getByRole('button', { name: 'Begin the knowledge check' }).click()
  await title(page, 'Question 1 of 10')
  await network(page, 'away')
  const chosen = page.getByRole('radio', { checked: true })
  await page.getByRole('radio').first().check()
  await page.getByRole('link', { name: 'Next question' }).click()
  await title(page, 'Question 2 of 10')
  await page.getByRole('radio').nth(1).check()
  await expect(page.getByText('2 of 10 answered')).toBeVisible()
  await page.getByRole('link', { name: 'Previous question' }).click()
  await title(page, 'Question 1 of 10')
  await expect(chosen).toHaveCount(1)
  await expect(away(page)).toBeVisible()
  await network(page, 'back')
  await expect(away(page)).toBeHidden()
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.reload()
  await title(page, 'Question 1 of 10')
  await expect(chosen).toHaveCount(1)
})
