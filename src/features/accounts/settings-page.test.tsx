// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

test('each button says what it saves, and half a minute is refused in words for people', async () => {
  await startWith('ordinary-week', 'administrator')
  const { user } = visit(paths.settings())
  const idle = await screen.findByLabelText(/^Staff are signed out/)
  await user.clear(idle)
  await user.type(idle, '3.5')
  await user.click(screen.getByRole('button', { name: /^Save.*Staff are signed out after this long/ }))
  expect(await screen.findByRole('link', { name: 'Give this as a whole number' })).toBeInTheDocument()
  expect(idle).toHaveValue('3.5')
})
