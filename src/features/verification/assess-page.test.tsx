// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { askAs, startWith, visit } from '#testing/visit.tsx'

/** Opens the request that is most overdue, and gives the first skill on it. */
async function openFirst(world: string) {
  await startWith(world, 'assessor-queue')
  const page = visit(paths.assessorQueue())
  const row = (await screen.findByText('Overdue')).closest('tr')
  if (!row) throw new Error('The overdue request has a row')
  await page.user.click(within(row).getByRole('link'))
  const [reason] = await screen.findAllByLabelText('Your reason')
  if (!reason) throw new Error('Every skill asks for a reason')
  return { ...page, reason }
}

test('what an assessor types stays on the page when it cannot be saved, and they are told', async () => {
  const { user, reason } = await openFirst('save-fails')
  await user.type(reason, 'The note shows it twice.')
  expect(await screen.findByText(/^Not saved: /)).toBeInTheDocument()
  expect(reason).toHaveValue('The note shows it twice.')
})

test('handing in leads to each field that is missing, and keeps what was typed a moment before', async () => {
  const { user, reason } = await openFirst('ordinary-week')
  await user.type(reason, 'The note shows it twice.')
  await user.click(screen.getByRole('button', { name: 'Hand in what you found' }))
  const summary = within(await screen.findByRole('alert'))
  const [first] = summary.getAllByRole('link')
  if (!first) throw new Error('A summary of errors leads to fields')
  expect(first).toHaveTextContent(/^Choose what you find for /)
  await user.click(first)
  expect(screen.getAllByRole('radio')[0]).toHaveFocus()
  expect(reason).toHaveValue('The note shows it twice.')
  expect(summary.queryByText(/Give your reason for Learning purpose/)).not.toBeInTheDocument()
})

test('a request that is withdrawn while its assessor writes says so kindly, and what they wrote stays on the page', async () => {
  const { user, reason } = await openFirst('ordinary-week')
  await user.type(reason, 'The note shows it twice.')
  await screen.findByText(/^Saved \d/)
  const sender = (await screen.findByRole('heading', { level: 1 })).textContent.replace(/^.*Request from /, '')
  const address = `/verification-requests/${location.pathname.split('/').at(-1) ?? ''}`
  const { version } = await askAs(sender, 'GET', address)
  await askAs(sender, 'POST', `${address}/withdrawal`, undefined, version)
  await user.type(reason, ' And the chronology names the gap.')
  expect(await screen.findByText(/^Not saved: This request was withdrawn by the person who sent it/)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Hand in what you found' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/nothing was handed in/)
  expect(reason).toHaveValue('The note shows it twice. And the chronology names the gap.')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Hand in what you found' })).toBeEnabled())
})
