// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, tripOnce, visit } from '#testing/visit.tsx'

const list = (rows: string) => new File([`Name,E-mail,Region\n${rows}`], 'Our pool.csv')

async function sent(rows: string) {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.rosterImports())
  await user.upload(await screen.findByLabelText('The list'), list(rows))
  await screen.findByRole('heading', { level: 1, name: 'Our pool.csv' })
  return user
}

test('a file that cannot be read is refused where it was chosen, with what to do', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { user } = visit(paths.rosterImports())
  await user.upload(await screen.findByLabelText('The list'), new File(['%PDF-1.7'], 'list.csv'))
  expect((await screen.findAllByText(/This is a PDF/)).length).toBeGreaterThan(0)
  expect(screen.getByText('You have imported nothing lately.')).toBeVisible()
})

test('what was mended wrongly stays in its field, with what is still wrong', async () => {
  const user = await sent('Perpetua Inkwell,perpetua,London')
  await user.click(screen.getByRole('button', { name: 'Check the rows' }))
  const field = await screen.findByRole('textbox', { name: 'E-mail address' })
  await user.clear(field)
  await user.type(field, 'perpetua@still')
  await user.click(screen.getByRole('button', { name: /Save and check again/ }))
  expect(await screen.findByDisplayValue('perpetua@still')).toBeVisible()
  expect(screen.getByText('Enter an e-mail address in the form name@example.org')).toBeVisible()
  expect(screen.getByText('As things stand this import changes nothing.')).toBeVisible()
})

test('a check that fails says so, keeps what was checked and goes on from there', async () => {
  const user = await sent('Perpetua Inkwell,perpetua@example.org,London')
  tripOnce('post', '/api/roster-imports/*/check')
  await user.click(screen.getByRole('button', { name: 'Check the rows' }))
  await user.click(await screen.findByRole('button', { name: 'Check the rows' }))
  expect(await screen.findByText('This import adds 1 person and changes 0 people.')).toBeVisible()
})

test('a list that was imported in another tab is shown as it is now', async () => {
  const user = await sent('Perpetua Inkwell,perpetua@example.org,London')
  await user.click(screen.getByRole('button', { name: 'Check the rows' }))
  await screen.findByText('This import adds 1 person and changes 0 people.')
  const [{ id }] = (await ask('GET', '/roster-imports')).imports
  const { version } = await ask('GET', `/roster-imports/${id}`)
  await ask('POST', `/roster-imports/${id}/commit`, undefined, version)
  await user.click(screen.getByRole('button', { name: 'Import 1 person' }))
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByText(/already/)).toBeVisible()
})
