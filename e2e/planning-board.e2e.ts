import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

test('a coordinator looks at the people of the roster by months, narrows them as on the roster, and comes back to the same list', async ({
  open,
}) => {
  const page = await open({ persona: 'coordinator', path: paths.roster() })
  await page.getByLabel('Region').selectOption('north-east')
  await expect(page).toHaveURL(/region=north-east/)
  await expect(page.getByRole('link', { name: /^Remove ?Region/ })).toBeVisible()
  const found = await page.getByText(/^\d+ (people|person)$/).innerText()
  await page.getByRole('link', { name: 'See these people by months' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Planning board' })).toBeFocused()
  await expect(page.getByText(found, { exact: true })).toBeVisible()
  const board = page.getByRole('table', { name: /^People by months/ })
  await expect(board.getByRole('columnheader')).toHaveCount(7)
  const bryn = board.getByRole('row', { name: /Bryn Pritchard/ })
  await expect(bryn.getByRole('cell').first()).toHaveText(/Review .+ in hand as author/)
  await expect(bryn.getByRole('cell').filter({ hasText: 're-check due on' }).first()).toBeVisible()
  await look(page)

  await page.getByRole('link', { name: '3 months' }).click()
  await expect(board.getByRole('columnheader')).toHaveCount(4)
  await page.getByRole('link', { name: 'Later months' }).click()
  await expect(page).toHaveURL(/region=north-east.*from=20\d\d-\d\d/)
  await expect(page.getByRole('link', { name: 'From this month' })).toBeVisible()
  await page.getByLabel('Role', { exact: true }).selectOption('chair')
  await expect(page).toHaveURL(/role=chair.*from=/)
  await page.getByLabel('Search by name').fill('zzzz')
  await expect(page.getByText('Nobody matches these filters')).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page.getByRole('link', { name: 'Next' })).toBeVisible()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByRole('link', { name: 'Previous' })).toBeVisible()
  await page.getByRole('link', { name: 'See these people as a list' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Roster' })).toBeFocused()
})

test('on a small screen the board is a list for each person', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: `${paths.planningBoard()}?name=bryn` })
  await page.setViewportSize({ width: 320, height: 800 })
  const bryn = page.getByRole('heading', { level: 3, name: /Bryn Pritchard/ })
  await expect(bryn).toBeVisible()
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /days left|days and/ })
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
})

test('a person’s page says what needs doing and why, and leads to where it is done', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: paths.today() })
  await page
    .getByRole('link', { name: /^See the checks/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Summary' }).click()
  const needs = page.getByRole('region', { name: 'What needs doing' })
  await expect(needs.getByRole('listitem').first()).toContainText('re-check')
  await expect(needs.getByRole('listitem').first()).toContainText('If left:')
  await look(page)
  await needs
    .getByRole('link', { name: /^See the checks/ })
    .first()
    .click()
  await expect(page.getByRole('link', { name: 'Checks', exact: true })).toHaveAttribute('aria-current', 'page')
})
