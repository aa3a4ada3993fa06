import { readFile } from 'node:fs/promises'
import { paths } from '#paths'
import { expect, look, lookWithForcedColours, test } from './fixture.ts'

test('a coordinator sees where people stop, module by module and lesson by lesson, and downloads the figures', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: paths.roster() })
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Progress' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Training progress' })).toBeFocused()
  await expect(page.getByText(/No other step, of any module, loses a larger share/)).toBeVisible()
  await look(page)
  await page.getByLabel('Module', { exact: true }).focus()
  await page.getByLabel('Module', { exact: true }).selectOption('What reviews are for')
  await expect(page).toHaveURL(/module=m1/)
  await expect(page.getByRole('region', { name: 'Readers of each lesson' })).toBeVisible()
  await expect(page.getByLabel('Module', { exact: true })).toBeFocused()
  await page.getByLabel('Role').selectOption('Overview report author')
  await expect(page).toHaveURL(/role=author&module=m1/)
  await lookWithForcedColours(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as a file (CSV)' }).click()
  const rows = (await readFile(await (await download).path(), 'utf8')).split('\r\n').slice(4)
  for (const row of rows) for (const figure of row.split(',').slice(-6, -1)) expect(figure).not.toMatch(/^[1-4]$/)
})

test('a coordinator finds who is stuck and writes to them; the mail goes out and stands in the history', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: paths.trainingProgress() })
  await page.getByRole('link', { name: 'People who are stuck' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'People who are stuck' })).toBeFocused()
  const row = page.getByRole('row').nth(1)
  const name = (await row.getByRole('rowheader').getByRole('link').textContent()) ?? ''
  await look(page)
  await row.getByRole('link', { name: /^Write a message/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Write to ${name}` })).toBeFocused()
  await look(page)
  await page.getByLabel('Message').fill('Hm')
  await page.getByRole('button', { name: 'Send the message' }).click()
  await expect(page.getByRole('alert')).toContainText('Write a sentence or two')
  await page.getByLabel('Message').fill('Shall we talk about what is in the way?')
  await page.getByRole('button', { name: 'Send the message' }).click()
  await expect(page.getByRole('alert')).toContainText(`Your message to ${name} is on its way`)
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('link', { name: 'History', exact: true }).click()
  await expect(page.getByText(/^Was sent a message about the module/).first()).toBeVisible()
  const mail = await open({ persona: 'administrator', path: paths.mail() })
  await expect(mail.getByText('A message about your training').first()).toBeVisible()
})

test('somebody who was written to a short while ago is not written to again by mistake', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: paths.stuckLearners() })
  await page
    .getByRole('row')
    .filter({ hasText: 'Last one on' })
    .first()
    .getByRole('link', { name: /^Write a message/ })
    .click()
  await page.getByRole('button', { name: 'Send the message' }).click()
  await expect(page.getByRole('alert')).toContainText('A message went out less than 7 days ago')
  await look(page)
})

test('a coordinator looks at how the questions do, those to fix first', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: paths.trainingProgress() })
  await page.getByRole('link', { name: 'How the questions do' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'How the questions do' })).toBeFocused()
  await expect(page.getByText(/needs? a look\.|None of the/)).toBeVisible()
  await look(page)
})

test('a coordinator of one region is shown their own people and is not asked for a region', async ({ open }) => {
  const page = await open({ persona: 'coordinator-north-east', path: paths.trainingProgress() })
  await expect(page.getByLabel('Role')).toBeVisible()
  await expect(page.getByLabel('Region')).toHaveCount(0)
  await page.getByRole('link', { name: 'People who are stuck' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'People who are stuck' })).toBeVisible()
  for (const header of await page.getByRole('rowheader').allTextContents()) expect(header).toContain('North East')
})

test('a learner is not shown the progress of others', async ({ open }) => {
  for (const path of [paths.trainingProgress(), paths.stuckLearners(), paths.questionStatistics()]) {
    const page = await open({ persona: 'learner', path })
    await expect(page.getByRole('heading', { level: 1, name: 'You cannot open this page' })).toBeVisible()
  }
})
