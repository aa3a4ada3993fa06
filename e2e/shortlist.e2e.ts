import { readFile } from 'node:fs/promises'
import { dayOf, daysLater } from '#domain/calendar.ts'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

const [begins, ends] = [daysLater(dayOf(new Date()), 14), daysLater(dayOf(new Date()), 84)]
const organisations = ['cleveland police', 'durham constabulary', 'northumbria police', 'gateshead']

test('a coordinator finds a chair and an author in the North East with no tie to four organisations, and can say why each other name is not there', async ({
  open,
}) => {
  test.slow()
  const page = await open({ persona: 'coordinator', path: paths.roster() })
  await page.getByLabel('Role').selectOption('chair')
  await page.getByLabel('Region').selectOption('north-east')
  await expect(page).toHaveURL(/role=chair&region=north-east/)
  // The North East has few people of its own; others say that they travel there.
  await page.getByLabel('In that region').selectOption('yes')
  await expect(page).toHaveURL(/travels=yes/)
  await page.getByText('No tie on record with', { exact: true }).click()
  for (const [index, name] of organisations.entries()) {
    await page.getByLabel('Organisation or area').fill(name)
    await page.keyboard.press('Enter')
    await page.getByRole('search', { name: 'Find what to ask about' }).locator('~ ul button').first().click()
    await expect(page.getByRole('list', { name: 'Asked about' }).getByRole('listitem')).toHaveCount(index + 1)
  }
  await page.getByText('Ready, and free between two days', { exact: true }).click()
  await page.getByLabel('Ready to appoint on').fill(begins)
  await page.getByRole('button', { name: 'Show who is ready' }).click()
  await expect(page).toHaveURL(new RegExp(`ready=${begins}`))
  await page.getByLabel('Free from').fill(begins)
  await page.getByLabel('Free until').fill(ends)
  await page.getByRole('button', { name: 'Show who is free' }).click()
  await expect(page).toHaveURL(new RegExp(`freeFrom=${begins}&freeTo=${ends}`))
  await expect(page.getByRole('navigation', { name: 'Filters that are set' }).getByRole('listitem')).toHaveCount(5)
  await look(page)

  for (const role of ['chair', 'author'] as const) {
    await page.getByLabel('Role').selectOption(role)
    await expect(page).toHaveURL(new RegExp(`role=${role}&region=north-east&travels=yes&ties=`))
    for (const row of await page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') })
      .all()) {
      await expect(row).toContainText('No tie on record (declared ')
      await expect(row).toContainText(/(Lives in|Travels to) North East/)
      await expect(row).toContainText('ready')
      await expect(row).toContainText('Free from ')
    }
    await expect(page.getByText('clear of', { exact: false })).toHaveCount(0)
  }

  await page.getByRole('link', { name: 'Somebody missing? Ask why they are not on this list' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.getByLabel('Name').fill('chowdhury')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Farzana Chowdhury-Lisle' }).click()
  await expect(page.getByRole('heading', { level: 2, name: /^Farzana Chowdhury-Lisle: \d+ reasons?$/ })).toBeVisible()
  await expect(page.getByText('What would change it:').first()).toBeVisible()
  await look(page)

  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(page).toHaveURL(/role=author&region=north-east&travels=yes&ties=/)
  await page.getByRole('link', { name: /^Remove ?Free/ }).click()
  await expect(page).not.toHaveURL(/freeFrom/)
  await page.getByText('Export or import').click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /CSV/ }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file.split('\r\n')[0]).toContain(`Ties,Ready on ${begins}`)
})
