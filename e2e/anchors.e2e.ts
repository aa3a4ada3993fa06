import type { Locator, Page } from '@playwright/test'
import { content } from '#content/content.ts'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

const dossiers = content.dossiers
const titleOf = (id: string) => dossiers.find((dossier) => dossier.id === id)?.title ?? ''
const skillsOf = (id: string) => dossiers.find((dossier) => dossier.id === id)?.skills ?? []
const part = (page: Page, skill: string) => page.getByRole('region', { name: new RegExp(`^${skill} `) })

/** Goes on with the Tab key until something has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted, 'The Tab key reaches it').toBeFocused()
}

test('a new assessor rates a dossier by keyboard alone, hands it in and reads the reasons of the reference', async ({ open }) => {
  const page = await open({ persona: 'assessor-new', path: paths.anchors() })
  await expect(page.getByText('Hand in 8 more dossiers before you take requests for verification.')).toBeVisible()
  await expect(page.getByText('Nothing to compare yet.')).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: titleOf('a1') }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: titleOf('a1') })).toBeFocused()

  for (const { skill, reference } of skillsOf('a1')) {
    const own = part(page, skill)
    await expect(own.getByRole('radio', { checked: true })).toHaveCount(0)
    await tabTo(page, own.getByRole('radio').first())
    await page.keyboard.press('Space')
    for (let level = 0; level < 2; level++) await page.keyboard.press('ArrowDown')
    await expect(own.getByRole('radio', { name: 'Level 2: Supervised' })).toBeChecked()
    await tabTo(page, own.getByRole('textbox', { name: 'What your level rests on' }))
    await page.keyboard.type(`What I saw of skill ${skill}`)
    await page.keyboard.press('Tab')
    await expect(own.getByText(/^Saved \d/)).toBeVisible()
    await expect(page.getByText(reference.reason)).toHaveCount(0)
  }
  await tabTo(page, page.getByRole('button', { name: 'Hand in and read the reference' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('Handed in')
  for (const { skill, reference } of skillsOf('a1')) {
    await expect(part(page, skill).getByText(reference.reason)).toBeVisible()
    await expect(part(page, skill).getByText(`What I saw of skill ${skill}`)).toBeVisible()
  }
  await look(page)

  await page.getByRole('link', { name: 'All dossiers and how your levels compare' }).click()
  await expect(page.getByText('Hand in 7 more dossiers')).toBeVisible()
  await expect(page.getByText('The same level as the reference in 1 of 3 ratings; the furthest apart was one level.')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Ratings compared/ })).toContainText('3, with 3 others (9 comparisons)')
  await expect(page.getByRole('main').getByText('Leopold Ashcombe')).toHaveCount(0)
})

test('an assessor who hands in too soon is told what is missing, and finds what they typed again after a reload', async ({ open }) => {
  const page = await open({ persona: 'assessor-new', path: paths.anchor('a1') })
  const own = part(page, '3.3')
  await own.getByRole('radio', { name: 'Not enough to decide' }).check()
  await own.getByRole('textbox').fill('Nobody saw him chair')
  await page.getByRole('button', { name: 'Hand in and read the reference' }).click()
  const summary = page.getByRole('alert')
  await expect(summary.getByRole('link')).toHaveCount(4)
  await look(page)
  await summary.getByRole('link', { name: 'Say what your level rests on, for skill 2.4' }).click()
  await expect(part(page, '2.4').getByRole('textbox')).toBeFocused()
  await page.reload()
  await expect(own.getByRole('radio', { name: 'Not enough to decide' })).toBeChecked()
  await expect(own.getByRole('textbox')).toHaveValue('Nobody saw him chair')
})

test('an assessor hands in the last of eight dossiers, and sees a weighted kappa with the number of ratings behind it', async ({ open }) => {
  const page = await open({ persona: 'assessor', path: paths.anchors() })
  await expect(page.getByRole('row', { name: /^Weighted kappa/ })).toContainText('Shown from 20 ratings on. So far: 15')
  await page.getByRole('link', { name: titleOf('a6') }).click()
  for (const id of ['a6', 'a7', 'a8']) {
    await expect(page.getByRole('heading', { level: 1, name: titleOf(id) })).toBeVisible()
    for (const { skill, reference } of skillsOf(id)) {
      const own = part(page, skill)
      await own.getByRole('radio').nth(reference.level).check()
      await own.getByRole('textbox').fill('As the evidence shows')
    }
    await page.getByRole('button', { name: 'Hand in and read the reference' }).click()
    await expect(page.getByText('You and the reference gave the same level.')).toHaveCount(3)
    if (id !== 'a8') await page.getByRole('link', { name: 'Next dossier' }).click()
  }
  await expect(page.getByRole('link', { name: 'Next dossier' })).toHaveCount(0)
  await page.getByRole('link', { name: 'All dossiers and how your levels compare' }).click()
  await expect(page.getByText('You have handed in 8 dossiers, as many as your pool asks for.')).toBeVisible()
  const kappa = page.getByRole('row', { name: /^Weighted kappa/ }).getByRole('cell')
  await expect(kappa.nth(0)).toHaveText(/^0\.\d\d, from 24 ratings$/)
  await expect(kappa.nth(1)).toHaveText(/^0\.\d\d, from 24 ratings$/)
  await page.getByText('What weighted kappa says').click()
  await look(page)

  await page.getByRole('link', { name: titleOf('a8') }).click()
  await expect(page.getByRole('button', { name: 'Hand in and read the reference' })).toHaveCount(0)
})

test('the dossiers are closed to everyone who is not an assessor', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: paths.anchors() })
  await expect(page.getByRole('heading', { level: 1, name: 'You cannot open this page' })).toBeVisible()
})
