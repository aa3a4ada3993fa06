// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { demoPassphrase } from '#mocks/worlds/world.ts'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

test('somebody who has no passphrase signs in by a link in another tab, comes back, and what they typed is saved', async () => {
  await startWith('signed-out-mid-form', 'learner')
  const { user } = visit(paths.profile())
  await user.type(await screen.findByLabelText('Phone'), '0191 496 0123')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getAllByLabelText('E-mail address')[0]).toHaveValue('amara.okafor@example.org')
  await user.click(dialog.getByText('Sign in by an e-mailed link instead'))
  await user.click(dialog.getByRole('button', { name: 'Send me a link' }))
  expect(await dialog.findByText(/come back here and press the button below/)).toBeInTheDocument()
  await user.click(dialog.getByRole('button', { name: 'I have signed in: try again' }))
  expect(await dialog.findByText(/Nobody is signed in in this browser yet/)).toBeInTheDocument()
  await ask('POST', '/session', { email: 'amara.okafor@example.org', passphrase: demoPassphrase })
  await user.click(dialog.getByRole('button', { name: 'I have signed in: try again' }))
  expect(await screen.findByText('Your details are saved')).toBeInTheDocument()
  expect(screen.getByLabelText('Phone')).toHaveValue('0191 496 0123')
})
