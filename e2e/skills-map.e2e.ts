import { readFile } from 'node:fs/promises'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

test('a coordinator finds people by a skill and its level, and by a level in every core skill', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: paths.roster() })
  await page.getByText('Training and skills', { exact: true }).click()
  await page.getByLabel('In one skill').selectOption('3.3')
  await page.getByLabel('At what level').selectOption('3')
  await page.getByLabel('Role').selectOption('chair')
  await expect(page).toHaveURL(/role=chair&skill=3.3&level=3/)
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await look(page)
  await page.getByLabel('In every core skill').selectOption('chair-2')
  await expect(page).toHaveURL(/role=chair&coreAt=chair-2&skill=3.3&level=3/)
  await expect(page.getByRole('rowheader').first()).toBeVisible()
})

test('a coordinator finds people who have all that a role asks, and reads on a person’s page what an assessor verified', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: `${paths.roster()}?role=chair&skill=3.3` })
  await page.getByLabel('At every level asked').selectOption('chair')
  await expect(page).toHaveURL(/meets=chair/)
  await page.getByLabel('Status').selectOption('active')
  await expect(page).toHaveURL(/standing=active/)
  await page.getByRole('rowheader').first().getByRole('link').click()
  await page.getByRole('link', { name: 'Skills and training', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Verified skills' })).toBeVisible()
  await expect(page.getByText('Panel chair: verified at the level asked in all 33 skills.')).toBeVisible()
  await page.getByText('Leading the review: 6 of 6 at the level asked').click()
  const table = page.getByRole('region', { name: 'Leading the review' })
  await expect(table.getByRole('row', { name: '3.3 Chairing the panel' })).toContainText('Nothing')
  await expect(page.getByText('What people say of their own skills, their evidence and their reflections are never shown here.')).toBeVisible()
  await look(page)
  await page.goBack()
  await page.goBack()
  await expect(page.getByLabel('At every level asked')).toHaveValue('chair')
  await expect(page.getByLabel('In one skill')).toHaveValue('3.3')
})

test('somebody whom no assessor has verified yet has no levels, and the page says when they come', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: `${paths.roster()}?who=everyone&name=amara+okafor` })
  await page.getByRole('link', { name: 'Amara Okafor', exact: true }).click()
  await page.getByRole('link', { name: 'Skills and training', exact: true }).click()
  await expect(page.getByText('No assessor has verified a skill yet.')).toBeVisible()
  await look(page)
})

test('a coordinator reads where skills are scarce', async ({ open }) => {
  // axe reads some four hundred cells, wide and narrow.
  test.slow()
  const page = await open({ persona: 'coordinator', path: paths.roster() })
  await page.getByRole('link', { name: 'See which skills are scarce, by region' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Skills map' })).toBeFocused()
  await expect(page.getByText(/^North East has least: .+ Over all regions, the scarcest skill is “.+”/)).toBeVisible()
  await expect(page.getByText('You may open these people’s records, so nothing is held back on this page.')).toBeVisible()
  await look(page)
})

test('a figure on the map leads to the people it counts', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: paths.skillsMap() })
  await page.getByLabel('Who is counted').selectOption('Everyone on the roster')
  await expect(page).toHaveURL(/standing=everyone/)
  await expect(page.getByRole('region', { name: 'Chairs verified at the level asked, by skill and region', exact: true })).toBeVisible()
  const chairing = page.getByRole('row', { name: '3.3 Chairing the panel (level 3)' })
  const cell = chairing.getByRole('link', { name: 'London' })
  const [, counted = ''] = /^(\d+) of/.exec((await cell.textContent()) ?? '') ?? []
  await cell.click()
  await expect(page).toHaveURL(/role=chair&region=london&skill=3.3&level=3/)
  await expect(page.getByRole('status').filter({ hasText: `${counted} people` })).toBeVisible()
  await expect(page.getByLabel('In one skill')).toHaveValue('3.3')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Skills map' })).toBeVisible()
  await page.getByLabel('Role').selectOption('Specialist safeguarding adviser')
  await expect(page.getByRole('region', { name: 'Advisers verified at the level asked, by skill and region' })).toBeVisible()
})

test('a file holds no group under five, whoever downloads it, and the download is in their history', async ({ open }) => {
  const page = await open({ persona: 'administrator', path: `${paths.skillsMap()}?role=author&standing=active` })
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as a file (CSV)' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('skills-map-author-active.csv')
  const rows = (await readFile(await file.path(), 'utf8')).split('\r\n').slice(4)
  expect(rows.length).toBeGreaterThan(30)
  const figures = rows.flatMap((row) => row.split(',').slice(-10)).filter((figure) => /^\d+$/.test(figure))
  expect(figures.filter((figure) => Number(figure) > 0 && Number(figure) < 5)).toEqual([])
  await expect(page.getByRole('link', { name: 'North East' }).first()).toBeVisible()
})

test('a coordinator of one region sees the truth there, and of the others no small group', async ({ open }) => {
  const page = await open({ persona: 'coordinator-north-east', path: `${paths.skillsMap()}?role=author&standing=everyone` })
  await expect(page.getByText(/^North East: /)).toBeVisible()
  await page.getByText('Why some figures are not shown').click()
  await expect(page.getByText('These are people of regions whose records you may not open.')).toBeVisible()
  const row = page.getByRole('row', { name: '1.1 Learning purpose and fairness' })
  await expect(row.getByRole('link')).toHaveCount(1)
  await expect(row.getByRole('cell', { name: 'not shown' })).not.toHaveCount(0)
  for (const text of await row.getByRole('cell').allTextContents()) expect(text).toMatch(/^(not shown|\d+ of \d+.*)$/)
  await look(page)
  await row.getByRole('link').click()
  await expect(page).toHaveURL(/region=north-east/)
  await expect(page.getByRole('cell', { name: 'North East' })).not.toHaveCount(0)
})

test('on the first day the map says that nobody is here yet', async ({ open }) => {
  const page = await open({ world: 'first-day', persona: 'coordinator', path: paths.skillsMap() })
  await expect(page.getByText('No chair is active yet.')).toBeVisible()
  await look(page)
  await page.getByLabel('Who is counted').selectOption('Everyone on the roster')
  await expect(page.getByText('Nobody on the roster has said that they are interested in being a chair yet.')).toBeVisible()
})

test('a learner is not shown the map', async ({ open }) => {
  const page = await open({ persona: 'learner', path: paths.skillsMap() })
  await expect(page.getByRole('heading', { level: 1, name: 'You cannot open this page' })).toBeVisible()
})
