import type { Locator, Page } from '@playwright/test'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** Presses keys one after the other, as somebody without a mouse does. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes on by Tab until something has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let tries = 0; tries < 100; tries++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${target.toString()}`)
}

const roles = [
  { role: 'Panel chair', one: 'a panel chair' },
  { role: 'Overview report author', one: 'an overview report author' },
  { role: 'Specialist safeguarding adviser', one: 'a specialist safeguarding adviser' },
]

for (const { role, one } of roles)
  test(`a learner rates every skill of ${one} by keyboard alone, looks them over, hands in and sees the gaps`, async ({ open }) => {
    test.setTimeout(180_000)
    const page = await open({ persona: 'learner', path: paths.mySkills() })
    await look(page)
    await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Rate your skills' }))
    await press(page, 'Enter')
    await expect(heading(page, 'Rate your skills')).toBeFocused()
    // The roles of their own details are chosen already: here it is this one alone.
    for (const other of roles) {
      const box = page.getByRole('checkbox', { name: other.role })
      await tabTo(page, box)
      if ((await box.isChecked()) !== (other.role === role)) await press(page, 'Space')
    }
    await look(page)
    await tabTo(page, page.getByRole('button', { name: 'Start rating' }))
    await press(page, 'Enter')

    const position = page.getByText(/^Skill \d+ of \d+/)
    await expect(position).toHaveText(/^Skill 1 of \d+/)
    const of = Number(/of (\d+)/.exec((await position.textContent()) ?? '')?.[1])
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    for (let at = 1; at <= of; at++) {
      await expect(position).toHaveText(new RegExp(`^Skill ${at} of ${of}`))
      await expect(heading(page, /./)).toBeFocused()
      // Past the reason why to the levels, down to the second, past confidence and words, and on.
      await press(page, 'Tab', 'Tab', 'ArrowDown')
      await expect(page.getByRole('radio', { name: 'Level 1: Foundation' })).toBeChecked()
      await expect(page.getByText(/^Saved \d/)).toBeVisible()
      await press(page, 'Tab', 'Tab', 'Tab', 'Enter')
    }
    await expect(heading(page, 'Check your ratings')).toBeFocused()
    await look(page)
    await tabTo(page, page.getByRole('button', { name: 'Hand in your ratings' }))
    await press(page, 'Enter')
    await expect(page.getByText('Your ratings are handed in')).toBeVisible()
    await look(page)
    await tabTo(page, page.getByRole('link', { name: 'See what they mean for the role' }))
    await press(page, 'Enter')
    await expect(page.getByText(`Of the ${of} skills asked of ${one}, none has been verified`)).toBeVisible()
    await expect(page.getByRole('row', { name: /^Learning purpose and fairness 1 None 3 3 levels/ })).toBeVisible()
    await look(page)
  })

test('nobody starts a self-assessment without a role, and the page says so', async ({ open }) => {
  const page = await open({ persona: 'learner', path: paths.startSelfAssessment() })
  for (const { role } of roles) await page.getByRole('checkbox', { name: role }).uncheck()
  await page.getByRole('button', { name: 'Start rating' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose at least one role')
  await look(page)
})

test('a learner who stops in the middle of a sentence finds the words, the level and the place again', async ({ open }) => {
  const page = await open({ persona: 'learner-half-way', path: paths.home() })
  await page.getByRole('main').getByRole('link', { name: 'Rate your skills' }).first().click()
  await expect(page.getByText(/self-assessment under way: 7 of \d+ skills rated/)).toBeVisible()
  await look(page)
  await page.getByRole('link', { name: 'Go on where you stopped' }).click()
  await expect(page.getByText(/^Skill 8 of/)).toBeVisible()
  await look(page)
  await page.getByRole('radio', { name: 'Level 2: Supervised' }).check()
  await page.getByLabel('What is this based on?').fill('Two reviews in which I wrote the')
  await page.getByRole('link', { name: 'Stop for now' }).click()
  await expect(heading(page, /^Hello/)).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('What is this based on?')).toHaveValue('Two reviews in which I wrote the')
  await page.reload()
  await expect(page.getByLabel('What is this based on?')).toHaveValue('Two reviews in which I wrote the')
  await expect(page.getByRole('radio', { name: 'Level 2: Supervised' })).toBeChecked()
  await page.getByLabel('What is this based on?').fill('Two reviews in which I wrote the part on Child P')
  await expect(page.getByText('“Child P” (a label)')).toBeVisible()
  await look(page)
})

test('two tabs rate one skill: the second sees both ratings and chooses', async ({ open }) => {
  const page = await open({ persona: 'learner-half-way', path: paths.startSelfAssessment() })
  await page.getByRole('link', { name: 'Go on where you stopped' }).click()
  await expect(page.getByText(/^Skill 8 of/)).toBeVisible()
  const second = await page.context().newPage()
  const kept = await page.evaluate(() => Object.fromEntries(Object.entries(sessionStorage)))
  await second.addInitScript((items) => Object.assign(sessionStorage, items), kept)
  await second.goto(page.url())
  await expect(second.getByText(/^Skill 8 of/)).toBeVisible()
  await second.getByRole('radio', { name: 'Level 1: Foundation' }).check()
  await expect(second.getByText(/^Saved \d/)).toBeVisible()
  await page.getByRole('radio', { name: 'Level 3: Independent' }).check()
  await expect(page.getByRole('alert')).toContainText('rated in another tab')
  await look(page)
  await page.getByRole('button', { name: 'Keep what I chose here' }).click()
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await second.reload()
  await expect(second.getByRole('radio', { name: 'Level 3: Independent' })).toBeChecked()
})

test('a learner accepts, dates, swaps and leaves out steps of the development plan', async ({ open }) => {
  const page = await open({ persona: 'learner-passed', path: paths.mySkills() })
  await expect(page.getByText('earlier:').first()).toBeVisible()
  await page.getByRole('link', { name: 'Your development plan' }).click()
  await expect(heading(page, 'Your development plan')).toBeVisible()
  await look(page)

  const practice = page.getByRole('region', { name: 'Practise: Constructive challenge' })
  await practice.getByLabel('By when?').fill('2020-01-01')
  await practice.getByRole('button', { name: 'Accept' }).click()
  await expect(practice.getByRole('alert')).toContainText('Choose today or a later day')
  await practice.getByLabel('By when?').fill('2099-12-18')
  await practice.getByRole('button', { name: 'Accept' }).click()
  await expect(practice.getByText('By 18 December 2099')).toBeVisible()

  // Swapped, the other skills that verification would have served have a next best step each.
  const verify = page.getByRole('region', { name: /^Ask for verification/ })
  await verify.getByText('Swap or leave out').click()
  await look(page)
  const evidence = verify.getByRole('radio', { name: /^evidence for / })
  const skill = ((await evidence.locator('xpath=following-sibling::label').textContent()) ?? '').trim().replace('evidence for ', '')
  await evidence.check()
  await verify.getByRole('button', { name: 'Swap for' }).click()
  const added = page.getByRole('region', { name: `Add evidence for ${skill}`, exact: true })
  await expect(added.getByText('Accepted', { exact: true })).toBeVisible()
  await expect(verify.getByText('Left out', { exact: true })).toBeVisible()
  await expect(verify.getByText('Swapped for another step')).toBeVisible()

  const next = page.getByRole('region', { name: /^Add evidence for / }).filter({ has: page.getByText('Swap or leave out') })
  const title = (await next.first().getAttribute('aria-label')) ?? ''
  expect(title).not.toBe(`Add evidence for ${skill}`)
  const other = page.getByRole('region', { name: title, exact: true })
  await other.getByText('Swap or leave out').click()
  await other.getByRole('button', { name: 'Leave out' }).click()
  await expect(other.getByRole('alert')).toContainText('Say in a few words')
  await other.getByLabel('Why is this not for you?').fill('Next year, after my first review')
  await other.getByRole('button', { name: 'Leave out' }).click()
  await expect(other.getByText('Next year, after my first review')).toBeVisible()

  await verify.getByRole('button', { name: 'Take it up again' }).click()
  await expect(verify.getByText('Accepted', { exact: true })).toBeVisible()
  await practice.getByRole('button', { name: 'Mark as done' }).click()
  await expect(practice.getByText('Done', { exact: true })).toBeVisible()
  await look(page)
})
