// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { dayOf } from '#domain/calendar.ts'
import { content } from '#content/content.ts'
import { type Framework, skillsIn } from '#domain/framework.ts'
import { paths } from '#paths'
import { ask, become, startWith, visit } from '#testing/visit.tsx'

const shipped = content.frameworks[0]!

/** Opens the ordinary week as a learner who rated themself, with a version 2 in use that is changed like this. */
async function startWithSecond(edit: (framework: Framework) => void) {
  const second = { ...structuredClone(shipped), version: 2, publishedOn: '2026-11-01' }
  edit(second)
  await startWith('ordinary-week', 'learner-passed', { ...content, frameworks: [shipped, second] })
}

function rewordAll(framework: Framework) {
  for (const skill of skillsIn(framework)) for (const level of skill.levels) level.indicator += ' Said anew.'
}

/** Version 1 is retired from today. */
async function retireFirst() {
  await become('administrator')
  await ask('POST', '/framework/drafts/1/transitions', { to: 'retired', reason: 'Replaced by clearer words', retiresOn: dayOf(new Date()) }, 0)
  await become('learner-passed')
}

test('rating again says which version it is against, and starts on the one that the person is on', async () => {
  await startWithSecond(() => {})
  const { user } = visit(paths.startSelfAssessment())
  expect(await screen.findByText(/You rate yourself against version 1 of the framework, which you are on\. Version 2 is in use/)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Start rating' }))
  expect(await screen.findByText(/You rate yourself against the words of version 1 until you agree to move/)).toBeInTheDocument()
})

test('whoever is on a retired version agrees to the one in use on the page that starts, and goes on from there', async () => {
  await startWithSecond(() => {})
  await retireFirst()
  const { user } = visit(paths.startSelfAssessment())
  expect(await screen.findByText(/Version 1 of the framework, which you are on, is retired/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Start rating' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Move me to version 2' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('You are on version 2 of the key skills now')
  await user.click(screen.getByRole('button', { name: 'Start rating' }))
  expect(await screen.findByText('Which of these describes you now?')).toBeInTheDocument()
  expect(screen.queryByText(/until you agree to move/)).not.toBeInTheDocument()
})

test('after a move the table still says what was rated before, against which version, and names the skills that are gone', async () => {
  await startWithSecond((second) => {
    rewordAll(second)
    for (const domain of second.domains) domain.skills = domain.skills.filter(({ id }) => id !== '7.2')
  })
  const { user } = visit(paths.mySkills())
  await user.click(await screen.findByRole('button', { name: 'Move me to version 2' }))
  expect(await screen.findByText('You are on version 2 of the key skills now')).toBeInTheDocument()
  const before = screen.getAllByRole('link', { name: /^\d \(version 1\)$/ })
  expect(before.length).toBeGreaterThan(5)
  expect(before[0]).toHaveAttribute('href', expect.stringMatching(/^\/framework\/versions\/1\/skills\/\d\.\d+$/))
  expect(screen.getAllByText('To be rated again').length).toBeGreaterThan(5)
  expect(screen.queryByText(/You have not rated your skills yet/)).not.toBeInTheDocument()
  await user.click(screen.getByText(/1 skill that you rated or had verified before, not asked of you now/))
  expect(screen.getByText(/^\d, against version 1, /)).toBeInTheDocument()
})

test('a verified level whose words changed is said to its owner as one to be verified again, and to a coordinator as given against version 1', async () => {
  await startWithSecond(rewordAll)
  const { personId } = await ask('GET', '/skill-profile')
  await ask('POST', '/skill-profile/move', { to: 2 })
  const page = visit(paths.mySkills())
  const verified = await screen.findByRole('link', { name: 'Verified at 3 against version 1' })
  expect(verified.closest('td')).toHaveTextContent('Verified at 3 against version 1; to be verified again')
  expect(verified).toHaveAttribute('href', paths.versionSkill(1, '5.1'))
  page.unmount()
  await become('coordinator')
  visit(paths.personSkills(personId))
  expect((await screen.findAllByText(/^Level 3, .*, given against version 1 of the framework$/)).length).toBeGreaterThan(0)
  expect(screen.getByText(/counts here, on the roster and on the skills map, until somebody verifies the skill again/)).toBeInTheDocument()
})
