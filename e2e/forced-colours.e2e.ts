import type { Page } from '@playwright/test'
import { paths } from '#paths'
import { expect, lookWithForcedColours, test } from './fixture.ts'

/** Every tag is drawn with words in it and an edge around them, since its ground is gone. */
async function tagsSpeak(page: Page): Promise<string[]> {
  const tags = await page.getByRole('main').locator('.govuk-tag').allTextContents()
  for (const words of tags) expect(words.trim()).toMatch(/^[A-Z]\p{Letter}/u)
  return tags
}

test('with colours forced, a learner reads in words what the picture of skills, the tags and the result of a check say by colour', async ({
  open,
}) => {
  const page = await open({ persona: 'learner-passed', path: paths.mySkills() })
  await lookWithForcedColours(page)

  // Ring, disc and bar have the colour of text, and the table says the same of every skill.
  const picture = page.locator('.app-skill-picture')
  const text = await page.evaluate(() => getComputedStyle(document.body).color)
  const drawn = (mark: string, property: 'fill' | 'stroke') =>
    picture
      .locator(`.app-skill-picture__${mark}`)
      .first()
      .evaluate((element, name) => getComputedStyle(element)[name], property)
  expect([await drawn('needs', 'stroke'), await drawn('self', 'stroke'), await drawn('verified', 'fill')]).toEqual([text, text, text])
  const skills = await picture.locator('li').count()
  expect(skills).toBeGreaterThan(20)
  const rows = page.getByRole('region', { name: 'Skill by skill' }).locator('tbody tr')
  await expect(rows).toHaveCount(skills)
  for (const row of await rows.all()) {
    const [self, verified, needs, gap, closes] = await row.getByRole('cell').allTextContents()
    expect(self).toMatch(/^(Not yet|Not rated yet|[1-4])/)
    expect(verified).toMatch(/^(None|Not yet|[1-4])$/)
    expect(needs).toMatch(/^[1-4]$/)
    if (gap === 'None') expect(closes).toBe('')
    else expect([gap, closes]).toEqual([expect.stringMatching(/^[1-4] levels?$/), expect.stringMatching(/\w+ \w+/)])
  }

  await page.getByRole('link', { name: 'Your development plan' }).click()
  const practice = page.getByRole('region', { name: /^Practise: / }).first()
  await practice.getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByText('Accepted', { exact: true })).toBeVisible()
  await lookWithForcedColours(page)
  expect(await tagsSpeak(page)).toEqual(['Accepted'])

  await page.goto(new URL(paths.verification(), page.url()).href)
  await expect(page.getByRole('heading', { level: 1, name: 'Verification' })).toBeVisible()
  await lookWithForcedColours(page)
  expect(await tagsSpeak(page)).toEqual(['Decided'])

  await page.goto(new URL(paths.check('m1'), page.url()).href)
  await page.getByRole('main').getByRole('link', { name: /right/ }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: /^(You passed|Not passed yet)$/ })).toBeVisible()
  await lookWithForcedColours(page)
  const marks = await tagsSpeak(page)
  expect(marks).toHaveLength(10)
  for (const mark of marks) expect(['Right', 'Not right']).toContain(mark)
  const right = marks.filter((mark) => mark === 'Right').length
  await expect(page.getByText(new RegExp(`^${right} of 10 right`))).toBeVisible()
})

test('with colours forced, a coordinator reads every figure of the skills map, and a line stands for its shade', async ({ open }) => {
  // axe reads some four hundred cells, wide and narrow.
  test.slow()
  const page = await open({ persona: 'coordinator', path: paths.skillsMap() })
  await expect(page.getByRole('heading', { level: 1, name: 'Skills map' })).toBeVisible()
  await lookWithForcedColours(page)
  const map = page.getByRole('region', { name: /verified at the level asked, by skill and region$/ })
  const figures = await map.getByRole('cell').allTextContents()
  expect(figures.length).toBeGreaterThan(100)
  for (const words of figures) expect(words).toMatch(/^(\d+ of \d+|Not shown)/)
  const line = (step: number) =>
    map
      .locator(`.app-heat__${step}`)
      .first()
      .evaluate((cell) => Number.parseFloat(getComputedStyle(cell).borderBottomWidth))
  const steps = []
  for (const step of [0, 1, 2, 3, 4, 5]) if ((await map.locator(`.app-heat__${step}`).count()) > 0) steps.push(await line(step))
  expect(steps.length).toBeGreaterThan(1)
  expect(steps).toEqual(steps.toSorted((a, b) => b - a))
  for (const key of ['Nobody', 'Under 40%', '40% to 59%', '60% to 79%', '80% to 99%', 'Everyone'])
    await expect(page.getByText(key, { exact: true })).toBeVisible()
})
