// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

test('when somebody else changed the account meanwhile, the reason that was typed stays and the next try suspends it', async () => {
  await startWith('changed-under-you', 'administrator')
  const { user } = visit(`${paths.accounts()}?name=okafor`)
  await user.click(await screen.findByRole('link', { name: 'Amara Okafor' }))
  await user.type(await screen.findByLabelText('Why'), 'Asked to stop for now')
  await user.click(screen.getByRole('button', { name: 'Suspend' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Someone changed this')
  expect(screen.getByLabelText('Why')).toHaveValue('Asked to stop for now')
  await user.click(screen.getByRole('button', { name: 'Suspend' }))
  expect(await screen.findByText('Amara Okafor is suspended and signed out everywhere')).toBeVisible()
})
