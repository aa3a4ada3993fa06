import { afterAll, beforeAll, expect, test } from 'vitest'
import { affiliationBodies, affiliationCells, withRegister } from '#testing/affiliation-policy.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { aCertificate, certificateBodies, certificateCells } from '#testing/certificate-policy.ts'
import { aSnapshot, coverBodies, coverCells } from '#testing/cover-policy.ts'
import { homes } from '#testing/databases.ts'
import { experienceBodies, experienceCells } from '#testing/experience-policy.ts'
import { draftFor } from '#testing/framework-draft-policy.ts'
import { aNote, logBodies, logCells } from '#testing/learning-log-policy.ts'
import { aMerge } from '#testing/merge.ts'
import { membershipBodies, membershipCells, membershipId } from '#testing/membership-policy.ts'
import { anImport, importBodies, importCells } from '#testing/roster-import-policy.ts'
import { trainingBodies, trainingCells } from '#testing/training-policy.ts'
import { aCheck, poolCheckBodies, poolCheckCells } from '#testing/pool-check-policy.ts'
import { aCommand, aRosterView, togetherBodies, togetherCells } from '#testing/together-policy.ts'
import { progressBodies, progressCells } from '#testing/training-progress-policy.ts'
import { aRequest, aTie, verificationBodies, verificationCells } from '#testing/verification-policy.ts'
import { publicCells } from '#testing/public-policy.ts'
import { policy } from './policy.ts'

/**
 * Every operation for every kind of asker, on their own record and on another's. 'y' is let through (whatever the route then says of the rest of the
 * request), '401' is asked to sign in, '403' is refused, '404' is not told that it is there. In order: visitor; learner; assessor; coordinator of the
 * record's region, of another region, of every region; administrator. `own` asks about the asker's own record.
 */
const cells: Record<string, string> = {
  ...publicCells,
  'POST /api/session/second-factor': '401 y y y y y y',
  'POST /api/second-factor': '401 y y y y y y',
  'PUT /api/second-factor': '401 y y y y y y',
  'POST /api/sign-in-links': 'y y y y y y y',
  'POST /api/accounts': 'y y y y y y y',
  'POST /api/links/look': 'y y y y y y y',
  'POST /api/links/use': 'y y y y y y y',
  'PUT /api/passphrase': '401 y y y y y y',
  'GET /api/accounts': '401 403 403 403 403 403 y',
  'GET /api/accounts/{id}': '401 403 403 403 403 403 y',
  'POST /api/invitations': '401 403 403 403 403 403 y',
  'POST /api/accounts/{id}/invitation': '401 403 403 403 403 403 y',
  'DELETE /api/accounts/{id}/invitation': '401 403 403 403 403 403 y',
  'PUT /api/accounts/{id}/suspension': '401 403 403 403 403 403 y',
  'DELETE /api/accounts/{id}/suspension': '401 403 403 403 403 403 y',
  'DELETE /api/accounts/{id}/second-factor': '401 403 403 403 403 403 y',
  'GET /api/mail': '401 403 403 403 403 403 y',
  'POST /api/mail/{id}/sending': '401 403 403 403 403 403 y',
  'GET /api/settings': '401 403 403 403 403 403 y',
  'PUT /api/settings/{key}': '401 403 403 403 403 403 y',
  'GET /api/people': '401 403 403 y y y y',
  'GET /api/people/{id} of another': '401 404 404 y 404 y y',
  'GET /api/people/{id} own': '401 y y y y y y',
  'PUT /api/people/{id}/profile of another': '401 404 404 y 404 y y',
  'PUT /api/people/{id}/profile own': '401 y y y y y y',
  'GET /api/people/{id}/history of another': '401 404 404 y 404 y y',
  'GET /api/people/{id}/history own': '401 y y y y y y',
  'GET /api/people/{id}/training of another': '401 404 404 y 404 y y',
  'GET /api/people/{id}/training own': '401 y y y y y y',
  'GET /api/people/{id}/record.csv of another': '401 404 404 404 404 404 y',
  'GET /api/people/{id}/record.csv own': '401 y y y y y y',
  'GET /api/people/{id}/record of another': '401 404 404 404 404 404 y',
  'GET /api/people/{id}/record own': '401 y y y y y y',
  'GET /api/people/{id}/erasure of another': '401 404 404 404 404 404 y',
  'GET /api/people/{id}/erasure own': '401 y y y y y y',
  'PUT /api/people/{id}/erasure of another': '401 404 404 404 404 404 y',
  'PUT /api/people/{id}/erasure own': '401 y y y y y y',
  'GET /api/task-list': '401 y y y y y y',
  'GET /api/modules': '401 y y y y y y',
  'GET /api/modules/{moduleId}': '401 y y y y y y',
  'GET /api/modules/{moduleId}/lessons/{lesson}': '401 y y y y y y',
  'GET /api/framework': 'y y y y y y y',
  'GET /api/framework/versions/{version}': 'y y y y y y y',
  'GET /api/framework/versions/{version}/case': 'y y y y y y y',
  'GET /api/framework/skills/{skill}/versions': 'y y y y y y y',
  'GET /api/framework/versions/{version}/csv': 'y y y y y y y',
  'GET /api/framework/drafts': '401 403 y 403 403 403 y',
  'POST /api/framework/drafts': '401 403 403 403 403 403 y',
  'GET /api/framework/reviewers': '401 403 403 403 403 403 y',
  'GET /api/framework/drafts/{number}': '401 403 404 403 403 403 y',
  'GET /api/framework/drafts/{number}/changes': '401 403 404 403 403 403 y',
  'GET /api/framework/drafts/{number}/skills/{skill}': '401 403 404 403 403 403 y',
  'PUT /api/framework/drafts/{number}/skills/{skill}': '401 403 403 403 403 403 y',
  'DELETE /api/framework/drafts/{number}/skills/{skill}': '401 403 403 403 403 403 y',
  'PUT /api/framework/drafts/{number}/bars': '401 403 403 403 403 403 y',
  'PUT /api/framework/drafts/{number}/domains': '401 403 403 403 403 403 y',
  'PUT /api/framework/drafts/{number}/levels': '401 403 403 403 403 403 y',
  'PUT /api/framework/drafts/{number}/sources/{source}': '401 403 403 403 403 403 y',
  'DELETE /api/framework/drafts/{number}/sources/{source}': '401 403 403 403 403 403 y',
  'POST /api/framework/drafts/{number}/transitions': '401 403 403 403 403 403 y',
  'POST /api/framework/drafts/{number}/review of another': '401 403 404 403 403 403 404',
  'POST /api/framework/drafts/{number}/review own': '401 403 y 403 403 403 y',
  'GET /api/skill-profile/move': '401 y y y y y y',
  'POST /api/skill-profile/move': '401 y y y y y y',
  'GET /api/self-assessments': '401 y y y y y y',
  'POST /api/self-assessments': '401 y y y y y y',
  'GET /api/self-assessments/{id} of another': '401 404 404 404 404 404 404',
  'GET /api/self-assessments/{id} own': '401 y y y y y y',
  'PUT /api/self-assessments/{id}/answers/{skill} of another': '401 404 404 404 404 404 404',
  'PUT /api/self-assessments/{id}/answers/{skill} own': '401 y y y y y y',
  'POST /api/self-assessments/{id}/submission of another': '401 404 404 404 404 404 404',
  'POST /api/self-assessments/{id}/submission own': '401 y y y y y y',
  'POST /api/self-assessments/{id}/withdrawal of another': '401 404 404 404 404 404 404',
  'POST /api/self-assessments/{id}/withdrawal own': '401 y y y y y y',
  'GET /api/evidence': '401 y y y y y y',
  'POST /api/evidence': '401 y y y y y y',
  'GET /api/evidence-skills': '401 y y y y y y',
  'GET /api/evidence/{id} of another': '401 404 404 404 404 404 404',
  'GET /api/evidence/{id} own': '401 y y y y y y',
  'POST /api/evidence/{id}/draft of another': '401 404 404 404 404 404 404',
  'POST /api/evidence/{id}/draft own': '401 y y y y y y',
  'PUT /api/evidence/{id}/draft of another': '401 404 404 404 404 404 404',
  'PUT /api/evidence/{id}/draft own': '401 y y y y y y',
  'DELETE /api/evidence/{id}/draft of another': '401 404 404 404 404 404 404',
  'DELETE /api/evidence/{id}/draft own': '401 y y y y y y',
  'PUT /api/evidence/{id}/file of another': '401 404 404 404 404 404 404',
  'PUT /api/evidence/{id}/file own': '401 y y y y y y',
  // Where there is no file, its owner too is told that it is not there; that the owner of one gets it is a test of its own.
  'GET /api/evidence/{id}/versions/{number}/file of another': '401 404 404 404 404 404 404',
  'POST /api/evidence/{id}/submission of another': '401 404 404 404 404 404 404',
  'POST /api/evidence/{id}/submission own': '401 y y y y y y',
  'PUT /api/evidence/{id}/state of another': '401 404 404 404 404 404 404',
  'PUT /api/evidence/{id}/state own': '401 y y y y y y',
  'POST /api/testimony/look': 'y y y y y y y',
  'POST /api/testimony/give': 'y y y y y y y',
  'POST /api/testimony/decline': 'y y y y y y y',
  ...experienceCells,
  ...logCells,
  ...membershipCells,
  ...certificateCells,
  ...importCells,
  ...togetherCells,
  ...trainingCells,
  ...poolCheckCells,
  ...progressCells,
  'GET /api/plan': '401 y y y y y y',
  'PUT /api/plan/steps/{key}': '401 404 404 404 404 404 404',
  'GET /api/skill-profile': '401 y y y y y y',
  'GET /api/people/{id}/verified-skills of another': '401 404 404 y 404 y y',
  'GET /api/people/{id}/verified-skills own': '401 y y y y y y',
  ...verificationCells,
  ...affiliationCells,
  'GET /api/anchors': '401 403 y 403 403 403 403',
  'GET /api/anchors/{dossier}': '401 403 y 403 403 403 403',
  'PUT /api/anchors/{dossier}/findings/{skill}': '401 403 y 403 403 403 403',
  'POST /api/anchors/{dossier}/submission': '401 403 y 403 403 403 403',
  'GET /api/framework/outline': 'y y y y y y y',
  ...coverCells,
  'GET /api/skills-map': '401 403 403 y y y y',
  'GET /api/skills-map.csv': '401 403 403 y y y y',
}

/** What each operation is sent, good enough to reach its permission. */
const bodies: Record<string, unknown> = {
  'POST /api/session': { email: 'nobody@example.org', passphrase: 'not a passphrase at all' },
  'POST /api/sign-in-links': { email: 'nobody@example.org' },
  'POST /api/accounts': { name: 'No Body', email: 'no.body@example.org' },
  'POST /api/links/look': { token: 'a-token-that-nobody-made' },
  'POST /api/links/use': { token: 'a-token-that-nobody-made' },
  'POST /api/session/second-factor': { code: '123456' },
  'PUT /api/second-factor': { code: '123456' },
  'PUT /api/passphrase': { current: null, passphrase: 'short' },
  'POST /api/invitations': { name: 'x', email: 'x', role: 'learner', region: null },
  'PUT /api/accounts/{id}/suspension': { reason: 'A reason that is given' },
  'PUT /api/settings/{key}': { value: -1 },
  'PUT /api/people/{id}/profile': { name: 'Some Body', phone: null, region: 'north-east', roles: [] },
  'PUT /api/people/{id}/erasure': { name: 'not the name', reason: 'A reason' },
  ...logBodies,
  ...membershipBodies,
  ...certificateBodies,
  ...importBodies,
  ...togetherBodies,
  ...trainingBodies,
  ...poolCheckBodies,
  ...progressBodies,
  'PUT /api/plan/steps/{key}': { state: 'accepted', dueOn: null, reason: null, insteadOf: null },
  'POST /api/self-assessments': { roles: ['chair'] },
  'PUT /api/self-assessments/{id}/answers/{skill}': { level: 1, confidence: null, reflection: '' },
  'POST /api/framework/drafts': { from: 'version-in-use' },
  'PUT /api/framework/drafts/{number}/skills/{skill}': { domain: 'd1', name: 'x', summary: '', why: '', sources: [], roles: [], levels: [] },
  'PUT /api/framework/drafts/{number}/bars': { bars: [] },
  'PUT /api/framework/drafts/{number}/domains': { domains: [] },
  'PUT /api/framework/drafts/{number}/levels': { levels: [] },
  'PUT /api/framework/drafts/{number}/sources/{source}': { title: 'x', address: null },
  'POST /api/framework/drafts/{number}/transitions': { to: 'approved', reason: null },
  'POST /api/framework/drafts/{number}/review': { state: 'signed-off', words: '' },
  'POST /api/skill-profile/move': { to: 1 },
  'PUT /api/anchors/{dossier}/findings/{skill}': { level: 1, reason: '' },
  'POST /api/evidence': { kind: 'text' },
  'PUT /api/evidence/{id}/draft': { title: '', text: '', url: '', skills: [], witnessName: '', witnessEmail: '', witnessCapacity: '' },
  'POST /api/evidence/{id}/submission': { declared: false, readWarning: false },
  'PUT /api/evidence/{id}/state': { state: 'withdrawn' },
  'POST /api/testimony/look': { token: 'a-token-that-nobody-made' },
  'POST /api/testimony/give': {
    token: 'a-token-that-nobody-made',
    name: 'Some Body',
    capacity: 'A colleague',
    text: 'What I saw of this work was good.',
    declared: true,
    readWarning: false,
  },
  'POST /api/testimony/decline': { token: 'a-token-that-nobody-made' },
  ...experienceBodies,
  ...verificationBodies,
  ...affiliationBodies,
  ...coverBodies,
  'POST /api/attempts': { moduleId: 'm1' },
  'POST /api/people/{id}/extra-tries': { moduleId: 'm1', tries: 1, reason: 'The power failed' },
  'PUT /api/attempts/{id}/items/{position}': { chosen: null, flagged: false },
}

const askers = ['visitor', 'learner', 'assessor', 'coordinator north-east', 'coordinator london', 'coordinator', 'administrator'] as const

let api: StartedApi
let document: {
  paths: Record<string, Record<string, { operationId?: string; security?: unknown; 'x-permission'?: string; responses: Record<string, unknown> }>>
}
beforeAll(async () => {
  const [sqlite] = homes
  api = await startApi(sqlite!) // the first home is SQLite
  document = (await api.ask('GET', '/openapi.json')).body
})
afterAll(() => api.stop())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  )
const inPath = (name: string) => name.replace(/ (own|of another)$/, '')

test('every operation has a name, a permission from the policy, its security, and problem+json for its refusals', () => {
  const names = operations().map(({ operation }) => operation.operationId)
  expect(names.filter((name) => !name)).toEqual([])
  expect(new Set(names).size).toBe(names.length)
  for (const { name, operation } of operations()) {
    const rule = policy[operation['x-permission'] as keyof typeof policy]
    expect(rule, name).toBeDefined()
    expect(operation.security, name).toEqual(rule === 'anyone' ? [] : [{ session: [] }])
    for (const [status, response] of Object.entries(operation.responses))
      if (Number(status) >= 400)
        expect(Object.keys((response as { content: object }).content), `${name} ${status}`).toEqual(['application/problem+json'])
  }
})

test('every operation has its cells, and every cell an operation', () => {
  expect(new Set(Object.keys(cells).map(inPath))).toEqual(new Set(operations().map(({ name }) => name)))
})

test.each(Object.entries(cells))('%s: %s', async (cell, expected) => {
  const got: string[] = []
  for (const asker of askers) got.push(await outcome(asker, cell))
  expect(got.join(' ')).toBe(expected)
})

async function outcome(asker: (typeof askers)[number], cell: string): Promise<string> {
  const [role, region] = asker.split(' ') as ['learner', 'london' | undefined]
  const who = asker === 'visitor' ? null : await api.add({ roles: [{ role, region: region ?? null }] })
  const subject = cell.endsWith(' own') && who ? who : await api.add({ profile: { region: 'north-east' }, standing: 'in-checks' })
  const operation = inPath(cell)
  const [method = '', pattern = ''] = operation.split(' ')
  const path = (await withRegister(api, pattern, subject.person.id))
    .replace('/api', '')
    .replace(/\{(id|code)\}/, await idFor(pattern, subject))
    .replace('{checkId}', pattern.includes('{checkId}') ? await aCheck(api, subject.person.id) : '')
    .replace('{moduleId}', 'm1')
    .replace('{moduleVersion}', '1')
    .replace('{question}', 'q1')
    .replace('{lesson}', 'first')
    .replace('{block}', 'lesson')
    .replace('{position}', '1')
    .replace('/plan/steps/{key}', '/plan/steps/rate')
    .replace('{key}', 'session-days')
    .replace('{version}', '1')
    .replace('{number}', pattern.startsWith('/api/framework/drafts/') ? await draftFor(api, cell, who) : '1')
    .replace(/\{(noteId|evidenceId|tagId|otherId)\}/, '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e')
    .replace('{skill}', '1.1')
    .replace('{source}', 'S01')
    .replace('{dossier}', 'a1')
  const answer = await api.ask(method, pattern === '/api/organisations' ? `${path}?name=` : path, {
    as: who?.session,
    ifMatch: 1,
    body: bodies[operation],
  })
  expect(answer.status, `${cell} by ${asker}`).not.toBe(500)
  // A wrong link or passphrase is refused for what it is, not for who asks.
  const refusedForWho =
    [401, 403, 404].includes(answer.status) &&
    !pattern.startsWith('/api/links') &&
    !pattern.startsWith('/api/testimony') &&
    !(pattern === '/api/session' && method === 'POST')
  return refusedForWho ? String(answer.status) : 'y'
}

async function idFor(pattern: string, { person, account, session }: Awaited<ReturnType<StartedApi['add']>>): Promise<string> {
  if (pattern.startsWith('/api/people')) return person.id
  if (pattern.startsWith('/api/roster-views/')) return aRosterView(api, session)
  if (pattern.startsWith('/api/merges/')) return aMerge(api, person.id)
  if (pattern.startsWith('/api/commands/')) return aCommand(api, person.id)
  if (pattern.startsWith('/api/roster-imports/')) return anImport(api, session)
  if (pattern.startsWith('/api/accounts')) return account.id
  if (pattern.startsWith('/api/mail')) {
    await api.ask('POST', '/sign-in-links', { body: { email: person.email } })
    return (await api.db.selectFrom('mail').select('id').where('account_id', '=', account.id).executeTakeFirstOrThrow()).id
  }
  if (pattern.startsWith('/api/evidence/')) return (await api.ask('POST', '/evidence', { as: session, body: { kind: 'file' } })).body.id
  if (pattern.startsWith('/api/experience/'))
    return (await api.ask('POST', '/experience', { as: session, body: bodies['POST /api/experience'] })).body.id
  if (pattern.startsWith('/api/self-assessments'))
    return (await api.ask('POST', '/self-assessments', { as: session, body: { roles: ['chair'] } })).body.id
  const ofMember = await membershipId(pattern, api, person.id)
  if (ofMember) return ofMember
  if (pattern.includes('requests/{id}')) return aRequest(api, person.id)
  if (/^\/api\/(affiliations|ties)/.test(pattern)) return aTie(pattern, api, session)
  if (pattern.startsWith('/api/cover/')) return aSnapshot(api)
  if (pattern.includes('{code}')) return aCertificate(api, session)
  if (pattern.startsWith('/api/learning-log')) return aNote(api, session)
  const { body: enrolment } = await api.ask('POST', '/enrolments', { as: session, body: { moduleId: 'm1' } })
  if (pattern.startsWith('/api/enrolments')) return enrolment.id
  for (const lesson of ['first', 'second']) await api.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: session, body: { lesson } })
  return (await api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })).body.id
}
