import type { Page } from '@playwright/test'
import { paths } from '#paths'
import { demoPassphrase } from '#mocks/worlds/world.ts'
import { expect, linkInMailTo, look, test } from './fixture.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const phone = '0191 496 0123'

async function openOwnDetails(page: Page): Promise<void> {
  await expect(heading(page, 'Your details')).toBeVisible()
  await page.getByLabel('Phone').fill(phone)
}

test('an unknown address, an unknown person and somebody else all get the same page, with a way on', async ({ open }) => {
  const page = await open({ persona: 'learner', path: '/no-such-page' })
  await expect(heading(page, 'Page not found')).toBeVisible()
  await look(page)
  const other = await open({ persona: 'coordinator', path: `${paths.roster()}?name=pritchard` })
  const somebody = await other.getByRole('link', { name: 'Bryn Pritchard' }).getAttribute('href')
  for (const path of [
    somebody ?? '',
    paths.person('01a1bac6-9960-7000-8001-000000000000'),
    paths.person('nobody'),
    paths.lesson('m1', 'no-such-lesson'),
  ]) {
    await page.goto(new URL(path, page.url()).href)
    await expect(heading(page, 'Page not found')).toBeVisible()
  }
  await page.getByRole('link', { name: 'Go to the start page' }).click()
  await expect(heading(page, 'Chair or write reviews that keep children safer')).toBeVisible()
})

test('a page for others says that it is closed to this account', async ({ open }) => {
  const page = await open({ persona: 'learner', path: paths.roster() })
  await expect(heading(page, 'You cannot open this page')).toBeVisible()
  await look(page)
})

test('filters that somebody typed into the address and that mean nothing are left out', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: `${paths.roster()}?role=astronaut&sort=upside-down&name=pritchard` })
  await expect(page.getByRole('rowheader')).toHaveText(['Bryn Pritchard'])
  await page.goto(new URL(`${paths.roster()}?after=not-a-cursor`, page.url()).href)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page)
})

test('a session that ends in the middle of a form: sign in again in place, and what was typed is saved', async ({ open, home }) => {
  const page = await open({ world: home === 'mock' ? 'signed-out-mid-form' : 'ordinary-week', persona: 'learner', path: paths.profile() })
  await openOwnDetails(page)
  if (home === 'real') await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog', { name: 'You have been signed out' })
  await expect(dialog).toBeVisible()
  await look(page)
  await dialog.getByRole('textbox', { name: 'E-mail address' }).fill('amara.okafor@example.org')
  await dialog.getByLabel('Passphrase', { exact: true }).fill('not these words')
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog.getByRole('alert')).toContainText('There is a problem')
  await dialog.getByLabel('Passphrase', { exact: true }).fill(demoPassphrase)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Your details are saved')).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('Phone')).toHaveValue(phone)
  await page.reload()
  await expect(page.getByLabel('Phone')).toHaveValue(phone)
})

test('somebody without a passphrase signs in again by a link in another tab, comes back, and what was typed is saved', async ({ open, home }) => {
  test.skip(home === 'mock', 'On the mock every tab is somebody of its own')
  const page = await open({ persona: 'learner', path: paths.profile() })
  await openOwnDetails(page)
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog', { name: 'You have been signed out' })
  await expect(dialog.getByRole('textbox', { name: 'E-mail address' }).first()).toHaveValue('amara.okafor@example.org')
  await dialog.getByText('Sign in by an e-mailed link instead').click()
  await dialog.getByRole('button', { name: 'Send me a link' }).click()
  await expect(dialog.getByText(/come back here/)).toBeVisible()
  await look(page)
  const link = await linkInMailTo(open, 'amara.okafor@example.org')
  const tab = await page.context().newPage()
  await tab.goto(link)
  await tab.getByRole('button', { name: 'Sign in' }).click()
  await expect(heading(tab, 'Hello Amara Okafor')).toBeVisible()
  await dialog.getByRole('button', { name: 'I have signed in: try again' }).click()
  await expect(page.getByText('Your details are saved')).toBeVisible()
  await expect(page.getByLabel('Phone')).toHaveValue(phone)
})

test('somebody who does not sign in again keeps what they typed', async ({ open, home }) => {
  const page = await open({ world: home === 'mock' ? 'signed-out-mid-form' : 'ordinary-week', persona: 'learner', path: paths.profile() })
  await openOwnDetails(page)
  if (home === 'real') await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('alert')).toContainText('You are signed out')
  await expect(page.getByLabel('Phone')).toHaveValue(phone)
})

test('two people change the same details: the second sees both values and loses nothing', async ({ open }) => {
  const first = await open({ persona: 'learner', path: paths.profile() })
  await openOwnDetails(first)
  const second = await open({ persona: 'coordinator', path: `${paths.roster()}?who=everyone&name=okafor` })
  await second.getByRole('link', { name: 'Amara Okafor' }).click()
  await second.getByRole('link', { name: 'Change phone' }).click()
  await second.getByLabel('Phone').fill('020 7946 0777')
  await second.getByLabel('Home region').selectOption('London')
  await second.getByRole('button', { name: 'Save' }).click()
  await expect(heading(second, 'Amara Okafor')).toBeVisible()

  await first.getByRole('button', { name: 'Save' }).click()
  await expect(first.getByRole('alert')).toContainText('Someone else changed these details')
  const row = first.getByRole('row', { name: /Phone/ })
  await expect(row).toContainText('020 7946 0777')
  await expect(row).toContainText(phone)
  await expect(first.getByLabel('Phone')).toHaveValue(phone)
  await look(first)
  await first.getByRole('button', { name: 'Save what I typed' }).click()
  await expect(first.getByText('Your details are saved')).toBeVisible()
  await expect(first.getByLabel('Phone')).toHaveValue(phone)
  await expect(first.getByLabel('Home region')).toHaveValue('london')
})

test('five quick clicks on a button that makes something make one thing', async ({ open }) => {
  const page = await open({ persona: 'administrator', path: paths.invite() })
  await page.getByLabel('Full name').fill('Ottoline Fairbrass-Nunn')
  await page.getByLabel('E-mail address').fill('ottoline@example.org')
  await page.getByRole('radio', { name: 'Assessor' }).check()
  await page.getByRole('button', { name: 'Send the invitation' }).evaluate((button: HTMLButtonElement) => {
    for (let clicks = 0; clicks < 5; clicks++) button.click()
  })
  await expect(heading(page, 'Ottoline Fairbrass-Nunn is invited')).toBeVisible()
  await page.getByRole('link', { name: 'Mail' }).click()
  const mail = page.getByRole('listitem').filter({ hasText: 'ottoline@example.org' })
  await expect(mail).toHaveCount(1)
  await mail.getByText('Read', { exact: true }).click()
  await look(page)
})

test('a save that fails says so, keeps what was typed, and can be tried again', async ({ open, home }) => {
  const page = await open({ world: home === 'mock' ? 'save-fails' : 'ordinary-week', persona: 'learner', path: paths.profile() })
  await openOwnDetails(page)
  if (home === 'real')
    await page.route('**/api/people/**', (route) => (route.request().method() === 'PUT' ? route.fulfill({ status: 500 }) : route.continue()))
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('Something went wrong on our side')
  await expect(page.getByLabel('Phone')).toHaveValue(phone)
  await look(page)
  if (home === 'real') {
    await page.unroute('**/api/people/**')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Your details are saved')).toBeVisible()
  }
})

test('a server that stops during a save: the page says that it waits, and sends once when the server is back', async ({ open, server, home }) => {
  test.skip(home === 'mock', 'The mock has no server to stop')
  const page = await open({ persona: 'learner', path: paths.profile() })
  await openOwnDetails(page)
  await server().halt()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'kept' })).toBeVisible()
  await expect(page.getByLabel('Phone')).toHaveValue(phone)
  await look(page)
  await server().resume()
  await expect(page.getByText('Your details are saved')).toBeVisible({ timeout: 30_000 })

  const roster = await open({ persona: 'coordinator', path: `${paths.roster()}?who=everyone&name=okafor` })
  await roster.getByRole('link', { name: 'Amara Okafor' }).click()
  await roster.getByRole('link', { name: 'History', exact: true }).click()
  await expect(roster.getByRole('listitem').filter({ hasText: 'Details changed' })).toHaveCount(1)
})

test('when the server cannot be reached, a page says so and offers to try again', async ({ open, server, home }) => {
  test.skip(home === 'mock', 'The mock has no server to stop')
  const page = await open({ persona: 'learner', path: paths.home() })
  await server().halt()
  await page.getByRole('link', { name: 'Training' }).click()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 30_000 })
  await look(page)
  await server().resume()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(heading(page, 'Training')).toBeVisible()
})

test('after a new release, a page whose code is gone says so and offers to load the new one', async ({ open, home }) => {
  test.skip(home === 'mock', 'The mock is one build')
  const page = await open({ persona: 'learner', path: paths.home() })
  await page.route('**/assets/*', (route) => route.fulfill({ status: 404 }))
  await page.getByRole('link', { name: 'Amara Okafor' }).click()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Panel Pool has been updated')
  await look(page)
})

test('what one person typed in an old tab is never saved as somebody else', async ({ open, home }) => {
  test.skip(home === 'mock', 'On the mock every tab is somebody of its own')
  const page = await open({ persona: 'learner', path: paths.profile() })
  await openOwnDetails(page)
  const tab = await page.context().newPage()
  await tab.goto(page.url())
  await tab.getByRole('button', { name: 'Sign out' }).click()
  await expect(tab.getByText('You are signed out')).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog', { name: 'You have been signed out' })
  await dialog.getByRole('textbox', { name: 'E-mail address' }).fill('tomasz.brzezinski.hale@example.org')
  await dialog.getByLabel('Passphrase', { exact: true }).fill(demoPassphrase)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('That is another account')
  await expect(page.getByLabel('Phone')).toHaveValue(phone)
})
