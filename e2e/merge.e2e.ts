import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

test('a coordinator puts a record from a list together with the one that is in use, and another takes them apart', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: `${paths.roster()}?region=north-east&standing=active` })
  const name = (await page.getByRole('rowheader').first().innerText()).trim()
  await page.goto(page.url().replace(/\/roster\?.*/, paths.rosterImports()))
  const list = `Name,E-mail,Telephone,Region\n${name},second.record@example.org,0191 498 0777,North East`
  await page.getByLabel('The list').setInputFiles({ name: 'Twice.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: /^Somebody else/ }).click()
  await page.getByRole('button', { name: 'Import 1 person' }).click()
  await expect(page.getByText('1 person added, 0 people changed.')).toBeVisible()
  await page.goto(page.url().replace(/\/roster\/.*/, `${paths.roster()}?standing=in-checks&name=${encodeURIComponent(name)}`))
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const second = page.url()

  // From the record of the list to both side by side.
  await page.getByRole('link', { name: `Look at both records: this one and that of ${name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Are these one person?' })).toBeFocused()
  await expect(page.getByText('Second record', { exact: false }).first()).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: 'Put them together' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').getByText('Say in a few words how you know')).toBeVisible()
  await look(page)
  for (const group of await page.getByRole('group').all()) {
    const radios = group.getByRole('radio')
    if ((await radios.count()) > 0 && (await group.getByRole('radio', { checked: true }).count()) === 0) await radios.last().check()
  }
  await page.getByLabel('How do you know that they are one person?').fill('They told me on the phone')
  await page.getByRole('button', { name: 'Put them together' }).click()
  await expect(page.getByText(`The two records are one. It stands under ${name}.`)).toBeVisible()
  await look(page)

  // The old address leads on, and the roster shows one.
  await page.goto(second)
  await expect(page.getByRole('heading', { level: 1, name: 'Two records that were put together' })).toBeVisible()
  await page.getByRole('link', { name: new RegExp(`^${name}, `) }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Put together with this record' })).toBeVisible()
  await look(page)

  const other = await open({ persona: 'coordinator-north-east', path: new URL(second).pathname })
  await other.getByRole('button', { name: 'Undo: take them apart' }).click()
  await expect(other.getByRole('dialog', { name: 'Take these records apart?' })).toBeVisible()
  await look(other)
  await other.getByRole('button', { name: 'Yes, take them apart' }).click()
  await expect(other.getByText('The records are two again.')).toBeVisible()
  await expect(other.getByText('Nothing: each record has again what it had.')).toBeVisible()
  await look(other)
})
