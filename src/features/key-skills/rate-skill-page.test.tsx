// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { content } from '#content/content.ts'
import { paths } from '#paths'
import { publishMeanwhile, startWith, visit } from '#testing/visit.tsx'

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

test('a reflection that looks as if it named a child is saved, and its words are pointed out there and on the check page', async () => {
  await startWith('ordinary-week', 'learner-half-way')
  const { user } = await rate()
  await user.type(screen.getByLabelText(/What is this based on/), 'The report on Child P')
  expect(await screen.findByText('“Child P” (a label)')).toBeInTheDocument()
  expect(screen.getByText('Look again: does this name a child, a family or a case?')).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'Check your ratings' }))
  expect(await screen.findByText('“Child P” (a label)')).toBeInTheDocument()
})

test('a framework that is published while somebody is half-way changes no words under them: the next save works, on the version they began with', async () => {
  await startWith('ordinary-week', 'learner-half-way')
  const { user } = await rate()
  const [shipped] = content.frameworks
  if (!shipped) throw new Error('The product ships with a framework')
  const domains = shipped.domains.map((domain) => ({
    ...domain,
    skills: domain.skills.map((skill) => ({ ...skill, name: `${skill.name}, reworded` })),
  }))
  await publishMeanwhile({ ...shipped, version: shipped.version + 1, domains })
  await user.click(screen.getByRole('radio', { name: 'Level 2: Supervised' }))
  await user.type(screen.getByLabelText(/What is this based on/), 'Two reviews')
  expect(await screen.findByText(/^Saved \d/)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Save and go on' }))
  expect(await screen.findByText(/^Skill 9 of/)).toBeInTheDocument()
  expect(screen.getByRole('heading', { level: 1 })).not.toHaveTextContent('reworded')
  await user.click(screen.getByRole('radio', { name: 'Level 1: Foundation' }))
  expect(await screen.findByText(/^Saved \d/)).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'Previous skill' }))
  expect(await screen.findByText(/^Skill 8 of/)).toBeInTheDocument()
  expect(screen.getByLabelText(/What is this based on/)).toHaveValue('Two reviews')
  cleanup()
  visit(location.pathname)
  expect(await screen.findByText(/^Skill 8 of/)).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: 'Level 2: Supervised' })).toBeChecked()
  expect(screen.getByRole('heading', { level: 1 })).not.toHaveTextContent('reworded')
})
