import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readFrameworkFile } from '#domain/framework-exchange.ts'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const count = (page: Page, text: string | RegExp) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()

test('a visitor reads what the roles ask, finds a skill by role and words, and follows it to its sources', async ({ open }) => {
  const page = await open()
  await page
    .getByRole('main')
    .getByRole('link', { name: /Read the key skills/ })
    .click()
  await expect(heading(page, 'The key skills')).toBeFocused()
  await expect(page.getByText('suggestions and settings of each version, not law')).toBeVisible()
  await expect(page.getByText('It holds nothing about any person')).toBeVisible()
  await count(page, 'All 35 skills')
  expect(
    await page
      .getByRole('main')
      .getByRole('list', { name: /^Levels of / })
      .getByRole('listitem')
      .count(),
  ).toBe(140)
  await look(page)

  await page.getByLabel('Needed by').selectOption('Panel chair')
  await page.getByLabel('Search the skills').fill('media')
  await count(page, /^\d of 35 skills$/)
  await expect(page).toHaveURL(/\?search=media&role=chair$/)
  await expect(page.getByText('The level that chairs need').first()).toBeVisible()
  await look(page)
  await page.getByLabel('Search the skills').fill('zebra crossing')
  await expect(page.getByText('No skill holds all these words for this role')).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await count(page, 'All 35 skills')

  await page
    .getByRole('navigation', { name: 'Domains' })
    .getByRole('link', { name: /Leading the review/ })
    .click()
  await page.getByRole('link', { name: '3.3 Chairing the panel' }).click()
  await expect(heading(page, '3.3 Chairing the panel')).toBeFocused()
  for (const name of ['Why it matters', 'The four levels in full', 'Who needs it, and why', 'Sources'])
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Levels of Chairing the panel' }).getByRole('listitem')).toHaveCount(4)
  await look(page)
  await page
    .getByRole('link', { name: /^Source \[S\d+\]$/ })
    .first()
    .click()
  await expect(page.locator(':focus')).toHaveAttribute('id', /^source-S\d+$/)
  await page.getByRole('link', { name: /^Next/ }).click()
  await expect(heading(page, '3.4 Constructive challenge')).toBeFocused()
})

test('a visitor sees in a sentence and in bars where two roles differ', async ({ open }) => {
  const page = await open({ path: paths.framework() })
  await page.getByRole('link', { name: 'Compare two roles, skill by skill' }).click()
  await expect(heading(page, 'What chairs and authors need')).toBeFocused()
  await expect(page.getByText('Chairs need a higher level in 6, all in Leading the review.')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: '3.3 Chairing the panel' })
  await expect(row.getByRole('cell')).toHaveText(['Level 3, core', 'Level 2, useful'])
  await look(page)
  await page.getByRole('link', { name: 'Chairs and advisers' }).click()
  await expect(heading(page, 'What chairs and advisers need')).toBeVisible()
  await expect(page.getByText('2 skills are asked of advisers alone.')).toBeVisible()
  await look(page)
})

for (const { kind, link, name } of [
  { kind: 'case', link: 'For other systems: CASE 1.1 (JSON)', name: 'key-skills-v1.case.json' },
  { kind: 'csv', link: 'For a spreadsheet: CSV', name: 'key-skills-v1.csv' },
] as const)
  test(`the framework that is downloaded as ${kind} can be read again whole`, async ({ open }) => {
    const page = await open({ path: paths.framework() })
    const arriving = page.waitForEvent('download')
    await page.getByRole('link', { name: link }).click()
    const download = await arriving
    expect(download.suggestedFilename()).toBe(name)
    const file = readFrameworkFile(await readFile(await download.path(), 'utf8'), kind)
    expect(file).toMatchObject({ kind: 'read', framework: { id: 'key-skills', version: 1 } })
    if (file.kind === 'read') expect(file.framework.domains.flatMap(({ skills }) => skills)).toHaveLength(35)
  })

test('a download that does not arrive says so, and can be asked for again', async ({ open, home, server }) => {
  test.skip(home === 'mock', 'The mock has no server to stop')
  const page = await open({ path: paths.framework() })
  await server().halt()
  await page.getByRole('link', { name: 'For a spreadsheet: CSV' }).click()
  await expect(page.getByText('The file did not arrive. Check your connection, then try again.')).toBeVisible()
  await look(page)
  await server().resume()
  const arriving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'For a spreadsheet: CSV' }).click()
  expect((await arriving).suggestedFilename()).toBe('key-skills-v1.csv')
})

test('on paper the whole page is there, and what only a screen needs is not', async ({ open }) => {
  const page = await open({ path: paths.framework() })
  await count(page, 'All 35 skills')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print this page' })).toBeHidden()
  await expect(page.getByRole('search')).toBeHidden()
  await expect(page.getByRole('list', { name: /^Levels of / }).last()).toBeVisible()
  expect(await page.locator('[id="skill-7.3"]').evaluate((skill) => getComputedStyle(skill).contentVisibility)).toBe('visible')
})

test('a version has an address of its own; a skill or a version that is not there is not found', async ({ open }) => {
  const page = await open({ path: paths.frameworkVersion(1) })
  await expect(heading(page, 'The key skills, version 1')).toBeVisible()
  await expect(page.getByText('Version 1 is the version in use now.')).toBeVisible()
  await look(page)
  for (const path of [paths.skill('9.9'), paths.frameworkVersion(99)]) {
    await page.goto(new URL(path, page.url()).href)
    await expect(heading(page, 'Page not found')).toBeVisible()
  }
})

test('with the keyboard alone a visitor jumps to a domain and opens a skill', async ({ open }) => {
  const page = await open({ path: paths.framework() })
  await page
    .getByRole('navigation', { name: 'Domains' })
    .getByRole('link', { name: /Knowledge/ })
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#domain-d2')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /^2\.1 / })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page, '2.1 Review law, guidance and criteria')).toBeFocused()
  await page.goBack()
  await expect(heading(page, 'The key skills')).toBeVisible()
})
