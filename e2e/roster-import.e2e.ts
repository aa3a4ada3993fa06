import { readFile } from 'node:fs/promises'
import { paths } from '#paths'
import { expect, look, test } from './fixture.ts'

const list = [
  'Full name;E-mail;Telephone;Area;Role',
  'Perpetua Inkwell;perpetua.inkwell@example.org;1914980123;North East;chair',
  'Barnaby Thimble;barnaby.thimble@;;Lodnon;author',
  'Perpetua Inkwell;PERPETUA.INKWELL@example.org;;North East;',
].join('\r\n')

test('a coordinator imports a list with mistakes, mends it, takes it in and takes it back', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: paths.roster() })
  await page.getByText('Export or import', { exact: true }).click()
  await page.getByRole('link', { name: 'Import people from a list' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Import people' })).toBeFocused()
  await look(page)

  await page.getByLabel('The list').setInputFiles({ name: 'list.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await expect(page.getByText('This is a PDF').first()).toBeVisible()
  await look(page)
  await page.getByLabel('The list').setInputFiles({ name: 'Our pool.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${list}`, 'utf16le') })
  await expect(page.getByRole('heading', { level: 1, name: 'Our pool.csv' })).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveValue('1')
  await look(page)
  await page.getByLabel('Name', { exact: true }).selectOption('No column')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByRole('alert').getByText('Say which column holds the names')).toBeVisible()
  await page.getByLabel('Name', { exact: true }).selectOption('0')
  await page.getByRole('button', { name: 'Check the rows' }).click()

  await expect(page.getByText('This import adds 1 person and changes 0 people.')).toBeVisible()
  await expect(page.getByText('It leaves out 2 rows')).toBeVisible()
  await look(page)
  await page.reload()
  await page.getByLabel('E-mail address').fill('barnaby.thimble@example.org')
  await page.getByLabel('Home region').fill('London')
  await page.getByRole('button', { name: 'Save and check again line 3' }).click()
  await expect(page.getByText('This import adds 2 people and changes 0 people.')).toBeVisible()
  await page.getByRole('link', { name: 'Repeats of a row above (1)' }).click()
  await expect(page.getByText('Says the same person as line 2')).toBeVisible()
  await look(page)

  await page.getByRole('button', { name: 'Import 2 people' }).click()
  await expect(page.getByText('2 people added, 0 people changed.')).toBeVisible()
  await look(page)
  const roster = await open({ persona: 'coordinator', path: `${paths.roster()}?name=thimble` })
  await expect(roster.getByRole('link', { name: 'Barnaby Thimble' })).toBeVisible()
  const mail = await open({ persona: 'administrator', path: paths.mail() })
  await expect(mail.getByText('barnaby.thimble@example.org').first()).toBeVisible()

  await page.getByRole('button', { name: 'Undo the import' }).click()
  await expect(page.getByRole('dialog', { name: 'Undo this import?' })).toBeVisible()
  await look(page)
  await page.getByRole('button', { name: 'Yes, undo it' }).click()
  await expect(page.getByText('2 people are as before the import. Nobody was left alone.')).toBeVisible()
  await look(page)
  await roster.reload()
  await expect(roster.getByText('Nobody matches these filters')).toBeVisible()
})

test('a coordinator exports exactly what the roster shows', async ({ open }) => {
  const page = await open({ persona: 'coordinator', path: `${paths.roster()}?role=chair&sort=-name` })
  await page.getByText('Export or import', { exact: true }).click()
  await look(page)
  const first = await page.getByRole('rowheader').first().textContent()
  for (const kind of ['CSV', 'XLSX']) {
    const arrived = page.waitForEvent('download')
    await page.getByRole('button', { name: `Export as ${kind}` }).click()
    const file = await arrived
    expect(file.suggestedFilename()).toBe(`roster.${kind.toLowerCase()}`)
    const bytes = await readFile((await file.path()) ?? '')
    if (kind === 'CSV') expect(bytes.toString('utf8').split('\r\n')[1]).toContain(first ?? '')
    else expect(bytes.subarray(0, 2).toString()).toBe('PK')
    await expect(page.getByText('The file is saved')).toBeVisible()
  }
})
