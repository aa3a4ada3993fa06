import type { Page } from '@playwright/test'
import { content } from '#content/content.ts'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

const [m1] = content.modules
const questions = new Map(m1?.questions.map((question) => [question.stem, question]))

/** Answers the question on the page, rightly or wrongly, and waits until the answer is kept. */
async function answerQuestion(page: Page, rightly: boolean): Promise<void> {
  const stem = (await page.getByRole('main').locator('legend').textContent()) ?? ''
  const option = questions.get(stem)?.options.find(({ correct }) => correct === rightly)
  const radio = page.getByRole('radio', { name: option?.text ?? '', exact: true })
  if (await radio.isChecked()) return
  await radio.check()
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
}

async function answerAll(page: Page, wrong: number): Promise<void> {
  for (let position = 1; position <= 10; position++) {
    await expect(page.getByRole('heading', { level: 1, name: `Question ${position} of 10` })).toBeVisible()
    await answerQuestion(page, position > wrong)
    await page.getByRole('link', { name: position === 10 ? 'Look over and hand in' : 'Next question' }).click()
  }
}

test('a learner is told what is next and why, starts the module, and reads on lesson by lesson', async ({ open }) => {
  const page = await open({ persona: 'learner', path: paths.home() })
  await expect(page.getByRole('heading', { level: 2, name: /^Next: Say where you are/ })).toBeVisible()
  await look(page)
  await page.getByRole('main').getByRole('link', { name: 'Say where you are and which role interests you' }).first().click()
  await page.getByLabel('Home region').selectOption('North East')
  await page.getByRole('checkbox', { name: 'Panel chair' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your details are saved')).toBeVisible()
  await look(page)

  await page.getByRole('link', { name: 'Home' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Next: Rate your skills' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'What reviews are for', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'What reviews are for' })).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: 'Start the module' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'From inquiries to practice reviews' })).toBeVisible()
  await look(page)

  await page.getByRole('radio', { name: 'Use the old forms. People know them, and the review can start this week.' }).check()
  await expect(page.getByText('You gain a quick start')).toBeVisible()
  await page.getByRole('button', { name: 'I have read this: go on' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What a review cannot do' })).toBeFocused()
  await page.getByRole('link', { name: 'Step away' }).click()
  await expect(page.getByText(/^1 of 5 lessons read/).first()).toBeVisible()
  await page.getByRole('link', { name: 'Training' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Training' })).toBeFocused()
  await look(page)
})

test('a learner who closes the tab in the middle of lesson 3 comes back to the same place', async ({ open, context }) => {
  const page = await open({ persona: 'learner-half-way', path: paths.lesson('m1', 'what-went-wrong') })
  const heading = page.getByRole('heading', { name: 'Faults in the thinking' })
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  const { href, origin } = new URL(page.url())
  const sameTab = await page.evaluate(() => Object.fromEntries(Object.entries(sessionStorage)))
  await page.close()

  const again = await context.newPage()
  await again.addInitScript((kept) => Object.assign(sessionStorage, kept), sameTab)
  await again.goto(origin + paths.home())
  await again.getByRole('main').getByRole('link', { name: 'What reviews are for', exact: true }).first().click()
  await expect(again).toHaveURL(href)
  await expect(again.getByRole('heading', { name: 'Faults in the thinking' })).toBeInViewport()
  await expect(again.getByRole('heading', { name: 'What the figures say, and what they do not' })).not.toBeInViewport()
})

test('a reader who looks up a source keeps their place, and Back leads to it', async ({ open }) => {
  const page = await open({ persona: 'learner-half-way', path: paths.lesson('m1', 'what-went-wrong') })
  const heading = page.getByRole('heading', { name: 'Faults in the thinking' })
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  // From here on time passes only when it is told to, so that staying at the source takes none.
  await page.clock.install()
  await page
    .locator('a.app-cite')
    .filter({ visible: true })
    .last()
    .evaluate((cite: HTMLElement) => cite.click())
  await expect(page.locator('li:focus')).toBeInViewport()
  await page.clock.runFor(5000)
  await page.goBack()
  await expect(page).not.toHaveURL(/#/)
  await page.clock.resume()
  await page.getByRole('link', { name: 'Home' }).click()
  await page.getByRole('main').getByRole('link', { name: 'What reviews are for', exact: true }).last().click()
  await expect(heading).toBeInViewport()
  await expect(page.getByRole('heading', { name: 'What the figures say, and what they do not' })).not.toBeInViewport()
})

test('a learner fails a check, is shown what each wrong answer misses, passes the next try, and a coordinator sees it', async ({ open }) => {
  const page = await open({ persona: 'learner-half-way', path: paths.module('m1') })
  await page.getByRole('link', { name: 'Go on where you stopped' }).click()
  for (const title of ['The learning stance in daily words', 'A day in the life of one child']) {
    await page.getByRole('button', { name: 'I have read this: go on' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }
  await look(page)
  await page.getByRole('button', { name: 'I have read this: to the knowledge check' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Knowledge check' })).toBeVisible()
  await expect(page.getByText('3 tries left')).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: 'Begin the knowledge check' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Question 1 of 10' })).toBeVisible()
  await look(page)
  await answerAll(page, 3)
  await look(page)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Not passed yet' })).toBeVisible()
  await expect(page.getByText('7 of 10 right. 80% is needed to pass.')).toBeVisible()
  await expect(page.getByText('Not right', { exact: true })).toHaveCount(3)
  await expect(page.getByText('Read again:')).toHaveCount(3)
  await expect(page.getByText('2 tries left')).toBeVisible()
  await look(page)

  await page.getByRole('link', { name: 'Try again' }).click()
  await page.getByRole('button', { name: 'Begin try 2' }).click()
  await answerQuestion(page, true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Question 2 of 10' })).toBeVisible()
  await page.getByRole('link', { name: 'Previous question' }).click()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
  await answerAll(page, 0)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'You passed' })).toBeVisible()
  await expect(page.getByText('It is on your record: What reviews are for, version 1.')).toBeVisible()
  await look(page)

  const roster = await open({ persona: 'coordinator', path: `${paths.roster()}?who=everyone&name=Brzezinski` })
  await roster.getByRole('link', { name: 'Tomasz Brzezinski-Hale' }).click()
  await roster.getByRole('link', { name: 'Skills and training' }).click()
  await expect(roster.getByRole('row', { name: /^What reviews are for \(version 1\)/ })).toContainText('10 of 10')
  await roster.getByRole('link', { name: 'History' }).click()
  await expect(roster.getByText('Passed the knowledge check of What reviews are for (version 1)')).toBeVisible()
  await expect(roster.getByText('Did not pass the knowledge check of What reviews are for (version 1)')).toBeVisible()
})

test('a learner who failed three times is told when the next try opens', async ({ open }) => {
  const page = await open({ persona: 'learner-waiting', path: paths.check('m1') })
  await expect(page.getByText(/^Your next try opens on /)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Begin/ })).toHaveCount(0)
  await look(page)
})
