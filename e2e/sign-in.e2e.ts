import { demoPassphrase } from '#mocks/worlds/world.ts'
import { paths } from '#paths'
import { expect, linkInMailTo, look, test } from './fixture.ts'

test('somebody who asks for a page of their own signs in first and then sees that page', async ({ open }) => {
  const page = await open({ path: paths.profile() })
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('Sign in to see the page you asked for.')).toBeVisible()
  await look(page)
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('amara.okafor@example.org')
  await page.getByLabel('Passphrase', { exact: true }).fill('not the right words at all')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('There is a problem')
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('amara.okafor@example.org')
  await look(page)
  await page.getByRole('button', { name: 'Show passphrase' }).click()
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(demoPassphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Your details' })).toBeVisible()
})

test('staff give a one-time code as well, and a wrong one is refused', async ({ open }) => {
  const page = await open({ path: paths.signIn() })
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('marguerite.osei.lowther@example.org')
  await page.getByLabel('Passphrase', { exact: true }).fill(demoPassphrase)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Enter your one-time code' })).toBeVisible()
  await look(page)
  const code = /\d{6}/.exec((await page.getByText(/^Demonstration only/).textContent()) ?? '')?.[0] ?? ''
  await page.getByLabel('One-time code').fill(code === '000000' ? '000001' : '000000')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert')).toContainText('There is a problem')
  await page.goto(new URL(paths.roster(), page.url()).href)
  await expect(page.getByRole('heading', { level: 1, name: 'Roster' })).toHaveCount(0)
  await page.goto(new URL(paths.secondFactor(), page.url()).href)
  const now = /\d{6}/.exec((await page.getByText(/^Demonstration only/).textContent()) ?? '')?.[0] ?? ''
  await page.getByLabel('One-time code').fill(now)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
})

test('a one-use link by e-mail signs in without a passphrase, and an unknown address gets the same words', async ({ open }) => {
  const page = await open({ path: paths.signIn() })
  const ask = async (address: string) => {
    await page.getByText('Sign in by an e-mailed link instead').click()
    await page.locator('#link-email').fill(address)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    return page.getByRole('status').filter({ hasText: 'link' }).textContent()
  }
  const unknown = await ask('nobody.at.all@example.org')
  await page.reload()
  expect(await ask('amara.okafor@example.org')).toBe(unknown)
  await look(page)
  await page.goto(await linkInMailTo(open, 'amara.okafor@example.org'))
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hello Amara Okafor' })).toBeVisible()
})

test('after signing out, Back shows nothing of what was there', async ({ open }) => {
  const page = await open({ persona: 'learner', path: paths.home() })
  await page.getByRole('link', { name: 'Amara Okafor' }).click()
  await expect(page.getByLabel('Full name')).toHaveValue('Amara Okafor')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out')).toBeVisible()
  await look(page)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expect(page.locator('#app').getByText('Amara Okafor')).toHaveCount(0)
})

test('a learner changes their passphrase, and a common one is refused with a reason', async ({ open }) => {
  const page = await open({ persona: 'learner', path: paths.passphrase() })
  await page.getByLabel('Passphrase now').fill(demoPassphrase)
  await page.getByLabel('Choose a passphrase').fill('passwordpassword')
  await page.getByRole('button', { name: 'Change my passphrase' }).click()
  await expect(page.getByRole('alert')).toContainText('There is a problem')
  await look(page)
  await page.getByLabel('Choose a passphrase').fill('eleven grey geese crossing')
  await page.getByRole('button', { name: 'Change my passphrase' }).click()
  await expect(page.getByRole('main').getByText(/changed/)).toBeVisible()
})
