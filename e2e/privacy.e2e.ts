import { readFile } from 'node:fs/promises'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

test('a learner takes away all that is held on them: as a file, as a table, as a page to print', async ({ open }) => {
  // axe reads every entry of a long record, wide and narrow.
  test.slow()
  const page = await open({ persona: 'learner-passed', path: paths.myData() })
  await look(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download everything (JSON)' }).click()])
  const record = await readFile(await download.path(), 'utf8')
  expect(record).toContain('farzana.chowdhury.lisle@example.org')
  expect(record).toContain('"m1"')
  const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download everything (CSV)' }).click()])
  expect(await readFile(await table.path(), 'utf8')).toContain('"Modules started, and where they were left",1,module_id,m1')

  await page.getByRole('link', { name: 'See every entry on a page, to read or print' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your whole record' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Name, contact details, region and standing' })).toContainText('farzana.chowdhury.lisle@example.org')
  await look(page)
})

test('a learner erases everything held on them, and is shown what a search of the database still finds', async ({ open }) => {
  const page = await open({ persona: 'learner', path: paths.myData() })
  await page.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByRole('alert')).toContainText('There is a problem')
  await look(page)
  await page.getByLabel('To go ahead, enter the full name').fill('Amara Okafor')
  await page.getByRole('textbox', { name: 'Why' }).fill('I have decided to do something else')
  await page.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /erased/i })).toBeVisible()
  await expect(page.locator('#app').getByText('Amara')).toHaveCount(0)
  await look(page)

  const roster = await open({ persona: 'coordinator', path: `${paths.roster()}?who=everyone&name=okafor` })
  await expect(roster.getByRole('rowheader', { name: 'Amara Okafor' })).toHaveCount(0)
})

test('an administrator erases somebody who asked them to', async ({ open }) => {
  const page = await open({ persona: 'administrator', path: `${paths.accounts()}?name=abara` })
  await page.getByRole('link', { name: 'Gethin Abara-Moss' }).click()
  await page.getByRole('link', { name: 'See, download or erase everything held' }).click()
  await page.getByLabel('To go ahead, enter the full name').fill('Gethin Abara-Moss')
  await page.getByRole('textbox', { name: 'Why' }).fill('Asked for it by letter')
  await page.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /erased/i })).toBeVisible()
})
