// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, tripOnce, visit } from '#testing/visit.tsx'

const main = () => within(screen.getByRole('main'))
const typeAndCheck = async (user: ReturnType<typeof visit>['user'], text: string) => {
  const field = await screen.findByLabelText('Or its text, or a code')
  await user.clear(field)
  await user.type(field, text)
  await user.click(screen.getByRole('button', { name: 'Check' }))
}

test('what was typed is kept when checking fails, and when there is another to check', async () => {
  await startWith('ordinary-week', 'visitor')
  const { user } = visit(paths.verify())
  await screen.findByLabelText('Or its text, or a code')
  tripOnce('post', '*/api/certificates/check')
  await typeAndCheck(user, '0000-0000-0000-0000')
  expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side')
  expect(screen.getByLabelText('Or its text, or a code')).toHaveValue('0000-0000-0000-0000')
  await user.click(screen.getByRole('button', { name: 'Check' }))
  expect(await screen.findByRole('heading', { name: 'We hold no such certificate' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Check another' }))
  expect(await screen.findByLabelText('Or its text, or a code')).toHaveValue('0000-0000-0000-0000')
})

test('a code behind the # of the address stands in the field, and is checked when its reader asks', async () => {
  await startWith('ordinary-week', 'learner-certified')
  const [{ claims }] = (await ask('GET', '/certificates')).certificates
  const { user } = visit(`${paths.verify()}#${claims.code}`)
  expect(await screen.findByLabelText('Or its text, or a code')).toHaveValue(claims.code)
  await user.click(screen.getByRole('button', { name: 'Check' }))
  expect(await screen.findByRole('heading', { name: 'This certificate is valid' })).toBeVisible()
  expect(main().getByText('Ottilie Brackenridge')).toBeVisible()
  expect(main().getByText(/a code does not show whether a copy was changed/)).toBeVisible()
  for (const { code } of claims.regimes) expect(main().getByText(new RegExp(`\\(${code}\\)`))).toBeVisible()
})

test('a file too long to be a credential is refused at its field and not sent', async () => {
  await startWith('ordinary-week', 'visitor')
  const { user } = visit(paths.verify())
  await user.upload(await screen.findByLabelText('The credential’s file'), new File(['a'.repeat(50_000)], 'long.jwt'))
  expect(await screen.findByRole('link', { name: /too long to be a credential/ })).toBeVisible()
})
