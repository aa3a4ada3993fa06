import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { paths } from '#paths'
import { readPdf } from '#testing/read-pdf.ts'
import { expect, look, test } from './fixture.ts'

/** Saves what a button downloads, under the name it came with. */
async function saved(page: Page, button: string, folder: (name: string) => string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  const path = folder(download.suggestedFilename())
  await download.saveAs(path)
  return path
}

type Open = (start: { persona?: string; path?: string }) => Promise<Page>
const name = 'Ottilie Brackenridge'

/** The holder's own page, and the credential that they download there. */
async function credentialOf(open: Open, folder: (name: string) => string) {
  const page = await open({ persona: 'learner-certified', path: paths.certificates() })
  await page.getByRole('link', { name: 'Common core: knowledge' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Common core: knowledge')
  const file = await saved(page, 'Download the credential', folder)
  const text = await readFile(file, 'utf8')
  const middle = Math.floor(text.length / 2)
  const changed = text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1)
  return { page, file, changed, code: page.url().split('/').at(-1) ?? '' }
}

async function check(page: Page, text: string): Promise<void> {
  await page.getByLabel('Or its text, or a code').fill(text)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
}

test('a learner hands a certificate out, a visitor checks it without an account, and one changed character fails', async ({ open }, info) => {
  const { page, file, changed } = await credentialOf(open, (named) => info.outputPath(named))
  await expect(page.getByText('not a verification of skill, nor of fitness to be appointed')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'What reviews are for, version 1' })).toBeVisible()
  await look(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print this page' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'What it does not prove' })).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  const pdf = await readPdf(await readFile(await saved(page, 'Download the certificate (PDF)', (named) => info.outputPath(named))))
  expect(pdf).toMatchObject({ marked: true, language: 'en-GB', title: `Certificate: Common core: knowledge, ${name}` })
  expect(pdf.text).toContain('not a verification of skill, nor of fitness to be appointed')
  expect(pdf.links[0]).toContain(`${paths.verify()}#`)
  await page.getByRole('button', { name: 'Stop these reminders' }).click()
  await expect(page.getByText('You asked us not to remind you')).toBeVisible()

  const visitor = await open({ path: paths.verify() })
  await look(visitor)
  await visitor.getByLabel('The credential’s file').setInputFiles(file)
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('This certificate is valid')
  await expect(visitor.getByRole('definition').filter({ hasText: name })).toBeVisible()
  await expect(visitor.getByText('nothing in it was changed')).toBeVisible()
  await look(visitor)
  await visitor.getByRole('button', { name: 'Check another' }).click()
  await check(visitor, changed)
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('This is not what we signed')
  await visitor.getByRole('button', { name: 'Check another' }).click()
  await check(visitor, '')
  await expect(visitor.getByRole('link', { name: 'Enter a code, paste the credential, or choose its file' })).toBeVisible()
  await look(visitor)
})

test('an administrator revokes a certificate with a reason, and whoever checks it is told so', async ({ open }, info) => {
  const { file, code } = await credentialOf(open, (named) => info.outputPath(named))
  const administrator = await open({ persona: 'administrator', path: paths.issuedCertificates() })
  await look(administrator)
  await administrator.getByLabel('Name or code').fill(code)
  await administrator.getByRole('button', { name: 'Find' }).click()
  await expect(administrator.getByText('1 certificate', { exact: true })).toBeVisible()
  await administrator.getByRole('link', { name }).click()
  await administrator.getByRole('button', { name: 'Revoke the certificate' }).click()
  await expect(administrator.getByRole('alert')).toContainText('Choose a reason')
  await administrator.getByLabel('A result that it rests on was withdrawn').check()
  await administrator.getByLabel('What happened').fill('One of the checks was taken with a colleague’s help.')
  await look(administrator)
  await administrator.getByRole('button', { name: 'Revoke the certificate' }).click()
  await expect(administrator.getByText(`The certificate of ${name} is revoked`)).toBeVisible()
  await look(administrator)

  const visitor = await open({ path: paths.verify() })
  await visitor.getByLabel('The credential’s file').setInputFiles(file)
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('This certificate was revoked')
  await expect(visitor.getByText('a result that it rests on was withdrawn')).toBeVisible()
  await expect(visitor.getByText('colleague’s help')).toBeHidden()
  await look(visitor)
  await visitor.getByRole('button', { name: 'Check another' }).click()
  await check(visitor, '0000 0000 0000 0000')
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('We hold no such certificate')
})

test('the saved page, opened from the disk with no network, tells a genuine credential from an altered one, and what it cannot know', async ({
  open,
}, info) => {
  const { file, changed } = await credentialOf(open, (named) => info.outputPath(named))
  const visitor = await open({ path: paths.verify() })
  const offline = await saved(visitor, 'Save the page', (named) => info.outputPath(named))
  const alone = await visitor.context().newPage()
  await visitor.context().setOffline(true)
  await alone.goto(`file://${offline}`)
  await alone.getByLabel('The credential’s file').setInputFiles(file)
  await expect(alone.getByRole('heading', { level: 2 })).toHaveText('The signature is genuine')
  await expect(alone.getByText('Revocation not checked.')).toBeVisible()
  await expect(alone.getByText(name)).toBeVisible()
  await expect(alone.getByText(/version 1: knowledge check passed on \d+ \w+ \d{4}$/).first()).toBeVisible()
  await look(alone)
  await alone.getByLabel('Or its text').fill(changed)
  await alone.getByRole('button', { name: 'Check' }).click()
  await expect(alone.getByRole('heading', { level: 2 })).toHaveText('This is not what was signed')
  await visitor.context().setOffline(false)
  await alone.close()
})

test('the keys are where other people’s software looks for them', async ({ open }) => {
  const page = await open({ path: paths.verify() })
  const keys = await page.evaluate(async () => (await fetch('/.well-known/jwks.json')).json())
  expect(keys.keys).toHaveLength(1)
  expect(keys.keys[0]).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig' })
  expect(keys.keys[0].d).toBeUndefined()
})

test('somebody who has passed nothing yet sees what leads to a certificate', async ({ open }) => {
  const page = await open({ persona: 'learner', path: paths.certificates() })
  await expect(page.getByText('You have no certificate yet')).toBeVisible()
  await expect(page.getByText('Not passed yet').first()).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'Go to your training' }).click()
  await expect(page).toHaveURL(new RegExp(`${paths.training()}$`))
})
