// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

test('keeps what was typed when saving fails, and says that it was not saved', async () => {
  await startWith('save-fails', 'learner')
  const { user } = visit(paths.profile())
  await user.type(await screen.findByLabelText('Phone'), '0191 496 0123')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side')
  expect(screen.getByLabelText('Phone')).toHaveValue('0191 496 0123')
})

test('shows both values when somebody else saved first, and saves what was typed when asked to', async () => {
  await startWith('changed-under-you', 'learner')
  const { user } = visit(paths.profile())
  await user.type(await screen.findByLabelText('Phone'), '0191 496 0123')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const row = (await screen.findByText('0191 498 0999')).closest('tr')
  expect(row).toHaveTextContent('0191 496 0123')
  await user.click(screen.getByRole('button', { name: 'Save what I typed' }))
  expect(await screen.findByText('Your details are saved')).toBeInTheDocument()
})

test('puts what is wrong at the field it belongs to, and the focus on the summary that leads there', async () => {
  await startWith('ordinary-week', 'learner')
  const { user } = visit(paths.profile())
  await user.clear(await screen.findByLabelText('Full name'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const alert = await screen.findByRole('alert')
  expect(alert.parentElement).toHaveFocus()
  await user.click(within(alert).getByRole('link'))
  expect(screen.getByLabelText('Full name')).toHaveFocus()
  expect(screen.getByLabelText('Full name')).toHaveAccessibleDescription(/Error:/)
})
