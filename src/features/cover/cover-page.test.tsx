// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

/** The day is chosen in a form that is not printed. */
test('the page of cover says outside of its form which day its figures are for, and says another when another is chosen', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { on } = await ask('GET', '/cover')
  const { user } = visit(paths.cover())
  expect(await screen.findByText(`The figures are for ${showDate(on)}.`)).toBeInTheDocument()
  expect(screen.getByRole('search')).not.toHaveTextContent(showDate(on))
  const later = `${Number(on.slice(0, 4)) + 1}-03-01`
  fireEvent.change(screen.getByLabelText('On which day'), { target: { value: later } })
  await user.click(screen.getByRole('button', { name: 'Show' }))
  await waitFor(() => expect(location.search).toBe(`?on=${later}`))
  expect(await screen.findByText(`The figures are for ${showDate(later)}.`)).toBeInTheDocument()
})
