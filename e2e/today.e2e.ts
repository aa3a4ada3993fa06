import { paths } from '#paths'
import { dayOf, daysLater } from '#domain/calendar.ts'
import { expect, look, test } from './fixture.ts'

test('a coordinator starts the day with what presses most, takes an item, and puts another off with a reason until it comes back', async ({
  open,
}) => {
  const page = await open({ persona: 'coordinator', path: paths.home() })
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Cover by region' }).getByRole('listitem')).toHaveCount(9)
  await look(page)

  const items = page.getByRole('main').locator('ol > li')
  const first = items.first()
  await expect(first).toContainText('If left:')
  await first.getByRole('button', { name: /^Take / }).click()
  await expect(first.getByText('You are seeing to this.')).toBeVisible()
  await page.reload()
  await expect(first.getByText('You are seeing to this.')).toBeVisible()
  await first.getByRole('button', { name: /^Give back / }).click()
  await expect(first.getByText('You are seeing to this.')).toHaveCount(0)

  const inTwoWeeks = daysLater(dayOf(new Date()), 14)
  const title = (await first.getByRole('heading').textContent()) ?? ''
  await first.getByRole('link', { name: /^Put off / }).click()
  await page.getByRole('button', { name: 'Put it off' }).click()
  await expect(page.getByRole('alert')).toContainText('Enter the day on which it should come back')
  await look(page)
  await page.getByLabel('Until which day').fill(inTwoWeeks)
  await page.getByLabel('Why can it wait?').fill('The certificate is on its way')
  await page.getByRole('button', { name: 'Put it off' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeFocused()
  await expect(items.first().getByRole('heading')).not.toHaveText(title)
  await page.getByRole('link', { name: 'Put off (1)' }).click()
  await expect(page.getByText(/^Put off until \d.*: The certificate is on its way$/)).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: /^Bring back now/ }).click()
  await expect(page.getByText('Nothing has been put off.')).toBeVisible()
})

test('of two coordinators who take the same item, the second is told and sees who has it', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: `${paths.today()}?kind=check-due` })
  const administrator = await open({ persona: 'administrator', path: `${paths.today()}?kind=check-due` })
  const taken = page.getByRole('main').locator('ol > li').first()
  await administrator
    .getByRole('main')
    .locator('ol > li')
    .first()
    .getByRole('button', { name: /^Take / })
    .click()
  await expect(administrator.getByText('You are seeing to this.')).toBeVisible()
  await taken.getByRole('button', { name: /^Take / }).click()
  await expect(page.getByText('Somebody else did something with this a moment ago.')).toBeVisible()
  await expect(taken.getByText(/has been seeing to this since/)).toBeVisible()
  await look(page)
})

test('on the first day nothing needs doing, and the page says so', async ({ open }) => {
  const page = await open({ world: 'first-day', persona: 'coordinator', path: `${paths.today()}?kind=wants-to-join` })
  await expect(page.getByText('Nothing of this kind needs doing.')).toBeVisible()
  await look(page)
})
