import { demoPassphrase } from '#mocks/worlds/world.ts'
import { paths } from '#paths'
import { expect, linkInMailTo, look, test } from './fixture.ts'

test('a visitor reads what the roles ask, how training works and which reviews are covered', async ({ open }) => {
  const page = await open()
  await expect(page).toHaveTitle('Chair or write reviews that keep children safer - Panel Pool')
  for (const heading of ['What the two roles do', 'What the roles ask of you', 'How training works', 'How joining the pool works'])
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  await expect(page.getByText('serious case reviews gave way to local child safeguarding practice reviews')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Local child safeguarding practice review (LCSPR)' })).toBeVisible()
  await look(page)
})

test('whom to call about a child, the accessibility statement and the privacy notice are one link away', async ({ open }) => {
  const page = await open()
  for (const name of ['Worried about a child now?', 'Accessibility statement', 'Privacy notice']) {
    await page.getByRole('contentinfo').getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await look(page)
  }
  await page.getByRole('link', { name: 'Worried about a child now?' }).click()
  await expect(page.getByText('This site is not monitored')).not.toHaveCount(0)
  await expect(page.getByRole('link', { name: '0808 800 5000' })).toBeVisible()
})

test('a visitor creates an account, confirms the address by a button behind the e-mailed link, and lands on what to do next', async ({ open }) => {
  const page = await open()
  await page.getByRole('main').getByRole('link', { name: 'Create an account' }).click()
  await page.getByRole('button', { name: 'Create an account' }).click()
  await expect(page.getByRole('alert')).toContainText('There is a problem')
  await look(page)
  await page.getByLabel('Full name').fill('Wilhelmina Achterberg-Soames')
  await page.getByLabel('E-mail address').fill('wilhelmina@example.org')
  await page.getByRole('button', { name: 'Create an account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Check your e-mail' })).toBeVisible()
  await look(page)

  const link = await linkInMailTo(open, 'wilhelmina@example.org')
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'Confirm your e-mail address' })).toBeVisible()
  await look(page)
  await page.getByLabel('Passphrase (optional)').fill('password1234')
  await page.getByRole('button', { name: 'Confirm and sign in' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toBeVisible()
  await look(page)
  await page.getByLabel('Passphrase (optional)').fill(demoPassphrase)
  await page.getByRole('button', { name: 'Confirm and sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hello Wilhelmina Achterberg-Soames' })).toBeVisible()

  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'This link no longer works' })).toBeVisible()
  await look(page)
  await page.goto(new URL(paths.home(), page.url()).href)
  await expect(page.getByRole('heading', { level: 1, name: 'Hello Wilhelmina Achterberg-Soames' })).toBeVisible()
})
