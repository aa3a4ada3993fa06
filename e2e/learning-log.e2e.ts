import { readFile } from 'node:fs/promises'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

test('a learner writes a reflection and a note, finds them in their log, searches, takes them away and deletes one', async ({ open }) => {
  const page = await open({ persona: 'learner-half-way', path: paths.learningLog() })
  await expect(page.getByText('You have written nothing yet')).toBeVisible()
  await look(page)

  await page.goto(page.url().replace(paths.learningLog(), paths.lesson('m1', 'learning-stance')))
  const reflection = page.getByRole('textbox', { name: /^Which sentence of yours/ })
  await reflection.fill('“The nurse failed to act.” I knew the ending, and had not asked her.')
  await reflection.blur()
  await expect(page.getByText(/^Saved \d/).last()).toBeVisible()
  await page.getByRole('button', { name: 'Your note on this lesson' }).click()
  await expect(page.getByRole('textbox', { name: 'Your note on this lesson' })).toBeFocused()
  await page.keyboard.type('Use the table of questions at the next learning day')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/^Saved \d/).last()).toBeVisible()
  await look(page)
  const note = page.getByRole('textbox', { name: 'Your note on this lesson' })
  await note.fill('Use the table of questions at the next learning day, and think of Child P')
  await expect(page.getByText('“Child P” (a label)')).toBeVisible()
  await look(page)
  await note.fill('Use the table of questions at the next learning day')
  await expect(page.getByText('“Child P” (a label)')).toHaveCount(0)
  await expect(page.getByText(/^Saved \d/).last()).toBeVisible()
  await page.reload()
  await expect(reflection).toHaveValue(/^“The nurse failed to act\.”/)

  await page.getByRole('link', { name: 'Open your learning log' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Learning log' })).toBeFocused()
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.getByText(/Which sentence of yours/)).toBeVisible()
  await look(page)

  await page.getByLabel('Words in what you wrote').fill('NURSE ending')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByText('1 entry')).toBeVisible()
  const arrived = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as text' }).click()
  const file = await arrived
  expect(file.suggestedFilename()).toBe('learning-log.txt')
  const text = await readFile((await file.path()) ?? '', 'utf8')
  expect(text).toContain('The learning stance in daily words')
  expect(text).toContain('I knew the ending, and had not asked her.')
  expect(text).not.toContain('next learning day')
  await page.getByLabel('Words in what you wrote').fill('zebra')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('Nothing you wrote has these words')).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'Clear the filters' }).first().click()
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.getByLabel('Words in what you wrote')).toHaveValue('')

  await page.getByRole('button', { name: /^Delete the note on/ }).click()
  await expect(page.getByRole('dialog', { name: 'Delete this entry?' })).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: 'No, keep it' }).click()
  await page.getByRole('button', { name: /^Delete the note on/ }).click()
  await page.getByRole('button', { name: 'Yes, delete it' }).click()
  await expect(page.getByText('The entry was deleted')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.reload()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('nobody else finds what a learner wrote: an administrator sees a log of their own, which is empty', async ({ open }) => {
  const learner = await open({ persona: 'learner-half-way', path: paths.lesson('m1', 'learning-stance') })
  const reflection = learner.getByRole('textbox', { name: /^Which sentence of yours/ })
  await reflection.fill('Between me and the page')
  await reflection.blur()
  await expect(learner.getByText(/^Saved \d/).last()).toBeVisible()
  const administrator = await open({ persona: 'administrator', path: paths.learningLog() })
  await expect(administrator.getByText('You have written nothing yet')).toBeVisible()
})

test('the steps of a lesson are put in order with the keyboard alone', async ({ open }) => {
  const page = await open({ persona: 'learner-half-way', path: paths.lesson('m1', 'one-day') })
  const order = page.getByRole('group', { name: /^You want to set out one ordinary day/ })
  const steps = ['Choose the date', 'Ask every agency', 'Ask family', 'Mark the hours', 'Do the same']
  for (const [place, step] of steps.entries()) {
    const item = order.getByRole('listitem').filter({ hasText: step })
    const up = item.getByRole('button', { name: /^Up/ })
    await up.focus()
    while ((await order.getByRole('listitem').allTextContents()).findIndex((text) => text.startsWith(step)) > place) {
      await page.keyboard.press('Enter')
      await expect(up).toBeFocused()
    }
  }
  await look(page)
  await order.getByRole('button', { name: 'Check' }).focus()
  await page.keyboard.press('Enter')
  await expect(order.getByText('Every item stands where it belongs.')).toBeVisible()
  await look(page)
})
