// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { startWith, visit } from '#testing/visit.tsx'

async function rate() {
  const page = visit(paths.startSelfAssessment())
  await page.user.click(await screen.findByRole('link', { name: 'Go on where you stopped' }))
  await screen.findByText(/^Skill 8 of/)
  return page
}

test('keeps the words and stays on the skill when a save fails, and goes on once it works', async () => {
  await startWith('save-fails', 'learner-half-way')
  const { user } = await rate()
  await user.type(screen.getByLabelText(/What is this based on/), 'Something I did')
  await user.click(screen.getByRole('button', { name: 'Save and go on' }))
  expect(await screen.findByText(/^Not saved/)).toBeInTheDocument()
  expect(screen.getByText(/^Skill 8 of/)).toBeInTheDocument()
  expect(screen.getByLabelText(/What is this based on/)).toHaveValue('Something I did')
})

test('more words than can be kept are said so at their field, and stay', async () => {
  await startWith('ordinary-week', 'learner-half-way')
  const { user } = await rate()
  const field = screen.getByLabelText(/What is this based on/)
  await user.click(field)
  await user.paste('x'.repeat(20_000))
  expect(screen.getByText('15,000 characters too many')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Save and go on' }))
  expect(await screen.findByText(/^Not saved/)).toBeInTheDocument()
  expect(field).toHaveAccessibleDescription(/5,000 characters or fewer/)
  expect(field).toHaveValue('x'.repeat(20_000))
})
