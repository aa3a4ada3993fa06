import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

test('a coordinator keeps a view of the roster and shares it, and another copies it', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: `${paths.roster()}?role=chair&region=north-east&sort=-name` })
  await page.getByText('Saved views', { exact: true }).click()
  await page.getByLabel('Name of the view').fill('Chairs of the North East')
  await page.getByLabel('Every coordinator can open it').check()
  await look(page)
  await page.getByRole('button', { name: 'Save this view' }).click()
  await expect(page.getByText('The view Chairs of the North East is saved')).toBeVisible()

  const other = await open({ persona: 'coordinator-north-east', path: paths.rosterViews() })
  await look(other)
  await other.getByRole('button', { name: 'Copy Chairs of the North East' }).click()
  await expect(other.getByText('You have a copy of your own: Copy of Chairs of the North East')).toBeVisible()
  await other.getByRole('link', { name: 'Copy of Chairs of the North East' }).click()
  await expect(other).toHaveURL(/\?role=chair&region=north-east&sort=-name/)

  await page.getByRole('link', { name: 'Rename, replace, share, copy or delete views' }).click()
  await page.getByText('Change Chairs of the North East').click()
  await look(page)
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Yes, delete it' }).click()
  await expect(page.getByText('The view Chairs of the North East is deleted.')).toBeVisible()
})
