// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

/** Rates every skill that a chair is asked for, and hands in. */
async function rateSkills() {
  const assessment = await ask('POST', '/self-assessments', { roles: ['chair'] })
  const at = `/self-assessments/${assessment.id}`
  for (const { skill } of assessment.asked) await ask('PUT', `${at}/answers/${skill}`, { level: 2, confidence: null, reflection: '' }, 0)
  await ask('POST', `${at}/submission`, undefined, assessment.version)
}

test('somebody who can do nothing but wait is told for what, until when, and what to read meanwhile', async () => {
  await startWith('ordinary-week', 'learner-waiting')
  await rateSkills()
  const { user } = visit(paths.home())
  expect(
    await screen.findByRole('heading', { level: 2, name: /^Next: Take the knowledge check of What reviews are for, from \d/ }),
  ).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'See what your last try points to' }))
  expect(await screen.findByRole('link', { name: /^Try 3: / })).toBeInTheDocument()
})

test('the time left is the same on the list and in the lesson, and what is done has none', async () => {
  await startWith('ordinary-week', 'learner-half-way')
  const { user, unmount } = visit(paths.home())
  const left = /about (\d+ minutes) of lessons left/.exec((await screen.findAllByText(/2 of 5 lessons read/))[0]?.textContent ?? '')?.[1]
  await user.click(screen.getByRole('link', { name: 'Read the module What reviews are for' }))
  expect(await screen.findByText(new RegExp(`About ${left} of lessons left`))).toBeInTheDocument()
  unmount()
  await startWith('ordinary-week', 'learner-failed-once')
  visit(paths.home())
  const read = (await screen.findByRole('link', { name: 'Read the module What reviews are for' })).closest('li')
  expect(within(read as HTMLElement).getByText(/Every lesson is read/)).toBeInTheDocument()
  expect(screen.queryByText(/less than a minute/)).not.toBeInTheDocument()
})
