// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, tripOnce, visit } from '#testing/visit.tsx'

const codeOf = async (name: string): Promise<string> =>
  (await ask('GET', `/issued-certificates?name=${encodeURIComponent(name)}`)).certificates[0].code

test('what an administrator wrote is kept when revoking fails, and the certificate is revoked when they send it again', async () => {
  await startWith('ordinary-week', 'administrator')
  const { user } = visit(paths.certificate(await codeOf('Ottilie Brackenridge')))
  await user.click(await screen.findByLabelText('Issued in error'))
  await user.type(screen.getByLabelText('What happened'), 'A question was marked wrongly.')
  tripOnce('put', '*/api/certificates/*/revocation')
  await user.click(screen.getByRole('button', { name: 'Revoke the certificate' }))
  expect(await screen.findByText(/What you typed is still here/)).toBeVisible()
  expect(screen.getByLabelText('What happened')).toHaveValue('A question was marked wrongly.')
  expect(screen.getByLabelText('Issued in error')).toBeChecked()
  await user.click(screen.getByRole('button', { name: 'Revoke the certificate' }))
  expect(await screen.findByText('The certificate of Ottilie Brackenridge is revoked')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Revoke the certificate' })).toBeNull()
})

test('an administrator who is not its holder cannot download the credential or stop the reminders', async () => {
  await startWith('ordinary-week', 'administrator')
  visit(paths.certificate(await codeOf('Ottilie Brackenridge')))
  expect(await screen.findByRole('heading', { name: 'Revoke this certificate' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /Download/ })).toBeNull()
  expect(screen.queryByRole('button', { name: /reminders/ })).toBeNull()
})

test('a holder whose PDF does not arrive is told so', async () => {
  await startWith('ordinary-week', 'learner-certified')
  const [{ claims }] = (await ask('GET', '/certificates')).certificates
  const { user } = visit(paths.certificate(claims.code))
  tripOnce('get', '*/api/certificates/*/pdf')
  await user.click(await screen.findByRole('button', { name: 'Download the certificate (PDF)' }))
  expect(await screen.findByText('The PDF did not arrive. Try again in a moment.')).toBeVisible()
})
