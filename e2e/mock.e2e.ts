import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

test.beforeEach(({ home }) => {
  test.skip(home === 'real', 'Only the mock keeps its database in the browser')
})

const phone = '0113 496 0456'

test('a change in one tab shows in another, a reload keeps it, and starting the world again undoes it', async ({ open }) => {
  const learner = await open({ persona: 'learner', path: paths.profile() })
  await learner.getByLabel('Phone').fill(phone)
  await learner.getByRole('button', { name: 'Save' }).click()
  await expect(learner.getByText('Your details are saved')).toBeVisible()

  const coordinator = await open({ persona: 'coordinator', path: `${paths.roster()}?who=everyone&name=okafor` })
  await coordinator.getByRole('link', { name: 'Amara Okafor' }).click()
  await expect(coordinator.getByText(phone, { exact: true })).toBeVisible()
  await coordinator.close()
  await learner.reload()
  await expect(learner.getByLabel('Phone')).toHaveValue(phone)

  await learner.getByText('Mock: An ordinary week').click()
  await look(learner)
  await learner.getByRole('button', { name: 'Start this world again' }).click()
  await expect(learner.getByRole('heading', { level: 1, name: 'Chair or write reviews that keep children safer' })).toBeVisible()
  const again = await open({ persona: 'learner', path: paths.profile() })
  await expect(again.getByLabel('Phone')).toHaveValue('')
})

test('the database outlives the browser’s last tab', async ({ open, context }) => {
  const learner = await open({ persona: 'learner', path: paths.profile() })
  await learner.getByLabel('Phone').fill(phone)
  await learner.getByRole('button', { name: 'Save' }).click()
  await expect(learner.getByText('Your details are saved')).toBeVisible()
  const elsewhere = await context.newPage()
  await elsewhere.goto('about:blank')
  await learner.close()
  const again = await open({ persona: 'learner', path: paths.profile() })
  await expect(again.getByLabel('Phone')).toHaveValue(phone)
})

test('a browser without shared workers is told that the world is kept in this tab only', async ({ open, page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'))
  const tab = await open({ persona: 'learner', path: paths.home() })
  await expect(tab.getByText('kept in this tab only')).toBeVisible()
  await expect(tab.getByRole('heading', { level: 1, name: 'Hello Amara Okafor' })).toBeVisible()
})

test('the bar chooses who you are and which world is open', async ({ open }) => {
  const page = await open()
  await page.getByText('Mock: An ordinary week').click()
  await page.getByRole('button', { name: /coordinator for every region/ }).click()
  await expect(page.getByRole('link', { name: 'Marguerite Osei-Lowther' })).toBeVisible()
  await page.getByText('Mock: An ordinary week').click()
  await page.getByRole('button', { name: 'The first day' }).click()
  await expect(page.getByText('Mock: The first day')).toBeVisible()
})

test('a world that does not exist says so, names those that do, and leaves the tab usable', async ({ open }) => {
  const page = await open({ world: 'nope' })
  await expect(page.getByRole('alert')).toContainText('There is no world named nope. There are: ordinary-week,')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chair or write reviews that keep children safer')
  await look(page)
  await page.goto('/')
  await expect(page.getByText('Mock: An ordinary week')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('on a slow network the old page stays, marked as busy, until the new one is there', async ({ open }) => {
  const page = await open({ world: 'slow-network', persona: 'coordinator', path: paths.roster() })
  await page.getByLabel('Search by name').fill('pritchard')
  await expect(page.locator('[aria-busy="true"]')).toBeVisible()
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await expect(page.getByRole('rowheader')).toHaveText(['Bryn Pritchard'])
})
