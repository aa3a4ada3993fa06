import { Secret, TOTP } from 'otpauth'
import { demoPassphrase } from '#mocks/worlds/world.ts'
import { paths } from '#paths'
import { expect, linkInMailTo, look, test } from './fixture.ts'

test('an administrator invites a coordinator, who accepts, sets up a second factor and reaches the roster', async ({ open }) => {
  const page = await open({ persona: 'administrator', path: paths.home() })
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'Invite somebody' }).click()
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('alert')).toContainText('There is a problem')
  await look(page)
  await page.getByLabel('Full name').fill('Persephone Quillfeather')
  await page.getByLabel('E-mail address').fill('persephone@example.org')
  await page.getByRole('radio', { name: 'Coordinator' }).check()
  await page.getByLabel('Region').selectOption('South West')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('heading', { name: 'Persephone Quillfeather is invited' })).toBeFocused()

  const link = await linkInMailTo(open, 'persephone@example.org')
  const guest = await open({ persona: 'visitor' })
  await guest.goto(link)
  await expect(guest.getByRole('heading', { level: 1, name: 'Accept your invitation' })).toBeVisible()
  await look(guest)
  await guest.getByLabel('Choose a passphrase').fill(demoPassphrase)
  await guest.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Set up your authenticator app' })).toBeVisible()
  await guest.getByRole('button', { name: 'I have an app' }).click()
  await look(guest)
  const key = (await guest.locator('code').textContent()) ?? ''
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
  await guest.getByLabel('One-time code').fill(app.generate())
  await guest.getByRole('button', { name: 'Continue' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Roster' })).toBeVisible()
  await expect(guest.getByRole('cell', { name: 'London' })).toHaveCount(0)
})

test('mail that no server took is shown to an administrator and to nobody else', async ({ open }) => {
  const page = await open({ persona: 'administrator', path: paths.mail() })
  await expect(page.getByText('No mail server is set')).toBeVisible()
  await look(page)
  for (const persona of ['coordinator', 'learner', 'assessor']) {
    const other = await open({ persona, path: paths.mail() })
    await expect(other.getByRole('heading', { level: 1, name: 'You cannot open this page' })).toBeVisible()
  }
})

test('a suspension ends what the person is doing at once, and lifting it lets them back in', async ({ open }) => {
  const learner = await open({ persona: 'learner', path: paths.home() })
  const page = await open({ persona: 'administrator', path: `${paths.accounts()}?name=okafor` })
  await page.getByRole('link', { name: 'Amara Okafor' }).click()
  await page.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByRole('alert')).toContainText('There is a problem')
  await look(page)
  await page.getByLabel('Why').fill('Asked to stop for now')
  await page.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByText('Amara Okafor is suspended and signed out everywhere')).toBeVisible()
  await look(page)

  await learner.getByRole('link', { name: 'Training' }).click()
  await expect(learner.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await learner.getByRole('textbox', { name: 'E-mail address' }).fill('amara.okafor@example.org')
  await learner.getByLabel('Passphrase', { exact: true }).fill(demoPassphrase)
  await learner.getByRole('button', { name: 'Sign in' }).click()
  await expect(learner.getByRole('alert')).toContainText('There is a problem')

  await page.getByRole('button', { name: 'Lift the suspension' }).click()
  await expect(page.getByText('The suspension of Amara Okafor is lifted')).toBeVisible()
  await learner.getByLabel('Passphrase', { exact: true }).fill(demoPassphrase)
  await learner.getByRole('button', { name: 'Sign in' }).click()
  await expect(learner.getByRole('heading', { level: 1, name: 'Training' })).toBeVisible()
})

test('an administrator changes how long things are kept, and is told when a figure makes no sense', async ({ open }) => {
  const page = await open({ persona: 'administrator', path: paths.settings() })
  await look(page)
  const idle = page.getByLabel('Staff are signed out after this long without doing anything (minutes)')
  await idle.fill('3')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByRole('alert')).toContainText('There is a problem')
  await expect(idle).toHaveValue('3')
  await idle.fill('45')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await look(page)
  await page.reload()
  await expect(idle).toHaveValue('45')
})
