// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { content } from '#content/content.ts'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

/** Rates every skill that a chair is asked for, and hands in. */
async function rateSkills(level = 2) {
  const assessment = await ask('POST', '/self-assessments', { roles: ['chair'] })
  const at = `/self-assessments/${assessment.id}`
  for (const { skill } of assessment.asked) await ask('PUT', `${at}/answers/${skill}`, { level, confidence: null, reflection: '' }, 0)
  await ask('POST', `${at}/submission`, undefined, assessment.version)
}

/** Takes up the first step of the plan, and finishes it where `done`. */
async function plan(done = false) {
  const [{ key }] = (await ask('GET', '/plan')).suggestions
  const decision = { dueOn: null, reason: null, insteadOf: null }
  const step = await ask('PUT', `/plan/steps/${key}`, { ...decision, state: 'accepted' }, 0)
  if (done) await ask('PUT', `/plan/steps/${key}`, { ...decision, state: 'done' }, step.version)
}

/** Adds a piece of evidence that is ready to be sent. */
async function showSomething() {
  const { id, version } = await ask('POST', '/evidence', { kind: 'text' })
  const words = { url: '', witnessName: '', witnessEmail: '', witnessCapacity: '' }
  const written = { ...words, title: 'A chronology', text: 'I merged the records of four agencies.', skills: ['5.1'] }
  const kept = await ask('PUT', `/evidence/${id}/draft`, written, version)
  await ask('POST', `/evidence/${id}/submission`, { declared: true, readWarning: false }, kept.version)
}

const answers = new Map(
  content.modules.flatMap(({ questions }) => questions.map(({ stem, options }) => [stem, options.find(({ correct }) => correct)?.id])),
)

/** Reads every module but one and passes its check. */
async function passAllBut(left: string) {
  const newest = new Map(content.modules.map(({ module }) => [module.id, module]))
  for (const module of [...newest.values()].filter(({ id }) => id !== left)) {
    const { id } = await ask('POST', '/enrolments', { moduleId: module.id })
    for (const lesson of module.lessons) await ask('POST', `/enrolments/${id}/lessons`, { lesson: lesson.id })
    let attempt = await ask('POST', '/attempts', { moduleId: module.id })
    for (const { position, stem } of attempt.items)
      attempt = await ask('PUT', `/attempts/${attempt.id}/items/${position}`, { chosen: answers.get(stem), flagged: false }, attempt.version)
    await ask('POST', `/attempts/${attempt.id}/submission`, undefined, attempt.version)
  }
}

test('somebody who waits for a try is led to the next module, and told until when they wait', async () => {
  await startWith('ordinary-week', 'learner-waiting')
  await rateSkills()
  await plan()
  visit(paths.home())
  expect(await screen.findByRole('heading', { level: 2, name: 'Next: Read the module Independence, fairness and conflicts' })).toBeInTheDocument()
  const core = screen.getByRole('region', { name: 'Common core' })
  expect(within(core).getByText(/^0 of 6 modules passed, about \d hours .+ left\.$/)).toBeInTheDocument()
  expect(within(core).getByText(/^The next try opens on \d/)).toBeInTheDocument()
  expect(within(core).getAllByText('Not started')).toHaveLength(5)
})

test('somebody who can do nothing but wait is told for what, until when, and what to read meanwhile', async () => {
  await startWith('ordinary-week', 'learner-waiting')
  // Below what is asked in every skill, so that there is nothing to have verified yet.
  await rateSkills(1)
  await plan(true)
  await showSomething()
  await passAllBut('m1')
  const { user } = visit(paths.home())
  expect(
    await screen.findByRole('heading', { level: 2, name: /^Next: Take the knowledge check of What reviews are for, from \d/ }),
  ).toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'See what your last try points to' }))
  expect(await screen.findByRole('link', { name: /^Try 3: / })).toBeInTheDocument()
})

test('the time left of a module is the same on the list and on its page, and what is passed has none', async () => {
  await startWith('ordinary-week', 'learner-half-way')
  const { user, unmount } = visit(paths.home())
  const left = /about (\d+ minutes) left with the knowledge check/.exec((await screen.findByText(/^2 of 5 lessons read/)).textContent ?? '')?.[1]
  await user.click(screen.getByRole('link', { name: 'What reviews are for' }))
  await screen.findByText('Lesson 3 of 5')
  await user.click(screen.getByRole('link', { name: 'What reviews are for' }))
  expect(await screen.findByText(new RegExp(`About ${left} left, with the knowledge check`))).toBeInTheDocument()
  unmount()
  await startWith('ordinary-week', 'learner-passed')
  visit(paths.home())
  const read = (await screen.findByRole('link', { name: 'What reviews are for' })).closest('li')
  expect(read).toHaveTextContent(/^What reviews are forDone$/)
  expect(screen.getByText(/^1 of 6 modules passed, about/)).toBeInTheDocument()
})

test('after rating, the plan is next and evidence follows; verification says what it comes after', async () => {
  await startWith('ordinary-week', 'learner-waiting')
  await rateSkills()
  const { user } = visit(paths.home())
  expect(await screen.findByRole('heading', { level: 2, name: 'Next: Choose the steps of your development plan' })).toBeInTheDocument()
  const row = (name: string) => screen.getByRole('link', { name }).closest('li')
  expect(row('Add evidence of what you can do')).toHaveTextContent(/An assessor verifies a skill on what you show.+Not started$/)
  expect(row('Ask for your skills to be verified')).toHaveTextContent(/Comes after your first piece of evidence\.Cannot start yet$/)
  await user.click(screen.getByRole('link', { name: 'Add evidence of what you can do' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Your evidence' })).toBeInTheDocument()
})
