import type { Page } from '@playwright/test'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** Answers every question that is left with its first option, and hands in. */
async function answerAll(page: Page, of: number): Promise<void> {
  for (let position = 1; position <= of; position++) {
    await expect(heading(page, `Question ${position} of ${of}`)).toBeVisible()
    await page.getByRole('radio').first().check()
    await expect(page.getByText(/^Saved /)).toBeVisible()
    await page.getByRole('link', { name: position < of ? 'Next question' : 'Look over and hand in' }).click()
  }
  await page.getByRole('button', { name: 'Hand in' }).click()
}

test('a learner half-way is told that a module has a newer version and what changed, and moves on without losing what they read', async ({
  open,
}) => {
  const page = await open({ persona: 'learner-earlier-version', path: paths.home() })
  await page.getByRole('link', { name: 'A newer version of this module is out. See what changed' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Version 2 of this module is out' })).toBeVisible()
  await expect(page.getByText('You are half-way through version 1 and can finish it')).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: 'Move on to version 2' }).click()
  await expect(page.getByRole('alert')).toContainText('You are on version 2 now')
  await look(page)
  await page.reload()
  await expect(page.getByText('You are on version 2.')).toBeVisible()
  await page.getByRole('link', { name: 'Go on where you stopped' }).click()
  await expect(page.getByText('Lesson 3 of 6')).toBeVisible()
})

test('an administrator withdraws a bad question, and whoever was asked it reads that their result went up', async ({ open }) => {
  // Three people, and axe on six states of long pages.
  test.slow()
  const learner = await open({ persona: 'learner-failed-once', path: paths.check('m1') })
  await learner.getByRole('button', { name: /^Begin/ }).click()
  await answerAll(learner, 10)
  await expect(heading(learner, 'Not passed yet')).toBeVisible()
  const before = await learner.getByText(/^\d+ of 10 right\./).textContent()
  const right = Number(/^\d+/.exec(before ?? '')?.[0])
  const wrong = learner.locator('section').filter({ hasText: 'Not right' }).first()
  const stem = (await wrong.locator('p').nth(1).textContent()) ?? ''

  const page = await open({ persona: 'administrator', path: paths.training() })
  await page.getByRole('link', { name: 'Question banks' }).click()
  await expect(heading(page, 'Question banks')).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'What reviews are for' }).click()
  const question = page.locator('section section').filter({ hasText: stem })
  await question.getByText('Answers, reasons and sources').click()
  await look(page)
  await question.getByRole('link', { name: /^Withdraw this question/ }).click()
  await page.getByRole('button', { name: 'Withdraw the question' }).click()
  await expect(page.getByRole('alert')).toContainText('Say in a sentence what is wrong with the question')
  await look(page)
  await page.getByLabel('What is wrong with it').fill('Two of its answers are right under the guidance of 2010.')
  await page.getByRole('button', { name: 'Withdraw the question' }).click()
  await expect(page.getByText(/^The question m1-q\d+ is withdrawn$/)).toBeVisible()
  await look(page)

  await learner.reload()
  await expect(learner.getByText(`your result went up from ${right} to ${right + 1}`)).toBeVisible()
  await expect(learner.getByText('Withdrawn: counts as right')).toBeVisible()
  await expect(learner.getByText(/This question was withdrawn on .+: Two of its answers are right/)).toBeVisible()
  await look(learner)

  const mails = await open({ persona: 'administrator', path: paths.mail() })
  const mail = mails.getByRole('listitem').filter({ hasText: 'Your result in a knowledge check went up' }).first()
  await mail.getByText('Read', { exact: true }).click()
  await expect(mail).toContainText(/Your result was \d+ of 10 and is now \d+ of 10\./)
})

test('an experienced person tries to test out of a module, is shown what to read, and starts its lessons with nothing lost', async ({ open }) => {
  const page = await open({ persona: 'learner', path: paths.module('m1') })
  await page.getByRole('link', { name: 'Test out of the module' }).click()
  await expect(heading(page, 'Test out of this module')).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: 'Begin the diagnostic' }).click()
  await expect(heading(page, 'Question 1 of 15')).toBeVisible()
  await page.reload()
  await answerAll(page, 15)
  await expect(heading(page, 'Not this time')).toBeVisible()
  await expect(page.getByText('The right answer')).not.toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'To the lessons' }).click()
  await expect(page.getByRole('link', { name: 'See what your diagnostic says to read' })).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'Start the module' }).click()
  await expect(page.getByText('Lesson 1 of 5')).toBeVisible()
})

test('a coordinator sees that somebody passed a module by diagnostic', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: `${paths.roster()}?who=everyone&name=Castellane` })
  await page.getByRole('link', { name: 'Ruaridh Castellane' }).click()
  await page.getByRole('link', { name: 'Skills and training', exact: true }).click()
  await expect(page.getByRole('row', { name: /^What reviews are for/ })).toContainText('Passed by diagnostic')
  await look(page)
})
