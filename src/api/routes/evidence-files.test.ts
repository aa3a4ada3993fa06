import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepEvidence } from '#api/evidence-upkeep.ts'
import { memoryFiles } from '#api/memory-files.ts'
import { mostFileBytes } from '#domain/evidence.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { evidenceOwner, words } from '#testing/evidence.ts'
import { sampleFiles } from '#testing/files.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('files of evidence over $name', (home) => {
  let api: StartedApi
  let learner: Someone
  let own: ReturnType<typeof evidenceOwner>
  let files: ReturnType<typeof memoryFiles>
  let verdict: () => Promise<'clean' | 'infected'>
  beforeEach(async () => {
    files = memoryFiles()
    verdict = async () => 'clean'
    api = await startApi(home, { files, scan: () => verdict() })
    learner = await api.add({ profile: { roles: ['author'] } })
    own = evidenceOwner(api, learner.session)
  })
  afterEach(() => api.stop())

  const pdf = { bytes: sampleFiles.pdf, name: 'minutes.pdf' }
  const fetchFile = (id: string, number = 1, as = learner.session) => api.ask('GET', `/evidence/${id}/versions/${number}/file`, { as })

  test.each(['pdf', 'docx', 'png', 'jpeg', 'text'] as const)(
    'a %s comes back byte for byte, as an attachment that nothing draws or runs',
    async (kind) => {
      const { id, current } = await own.add('file', { bytes: sampleFiles[kind], name: kind === 'text' ? 'notes.txt' : 'notes' })
      expect(current.file).toMatchObject({ bytes: sampleFiles[kind].length })
      const answer = await fetchFile(id)
      expect(answer.bytes).toEqual(new Uint8Array(sampleFiles[kind]))
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="notes\.(pdf|docx|png|jpg|txt)"/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox/)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    },
  )

  test.each([
    ['a program that is called a PDF', sampleFiles.program, 'report.pdf', /not a PDF/],
    ['a script that is called text', sampleFiles.script, 'notes.txt', /not a PDF/],
    ['text that is called a program', sampleFiles.text, 'setup.bat', /not a PDF/],
    ['a file of 0 bytes', new Uint8Array(), 'empty.pdf', /empty/],
  ])('%s is refused in words that say what to do, and the rest of the draft stays', async (_, bytes, name, detail) => {
    const { id } = await own.start('file')
    await own.keep(id, words.file)
    const refused = await own.send(id, bytes, name)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toEqual([{ pointer: '/file', detail: expect.stringMatching(detail) }])
    expect((await own.read(id)).draft).toMatchObject({ title: words.file.title, file: null })
    expect(files.ids()).toEqual([])
  })

  test('a file of more than 10 MB is refused, whether or not the request says how long it is; one of 10 MB is taken', async () => {
    const { id, version } = await own.start('file')
    const bytes = new Uint8Array(mostFileBytes + 1)
    bytes.set(sampleFiles.pdf)
    expect((await own.send(id, bytes, 'big.pdf', { 'content-length': String(bytes.length) })).status).toBe(413)
    const refused = await own.send(id, bytes, 'big.pdf')
    expect([refused.status, refused.body.title]).toEqual([413, 'The file is larger than 10 MB. Choose a smaller one'])
    expect((await own.read(id)).version).toBe(version)
    expect((await own.send(id, bytes.subarray(0, mostFileBytes), 'big.pdf')).status).toBe(200)
  })

  test('bytes are taken at this one address; everywhere else a body is JSON of at most 1 MB', async () => {
    const { id } = await own.start('file')
    const as = learner.session
    const json = { 'content-type': 'application/json' }
    expect((await own.send(id, sampleFiles.pdf, 'a.pdf', json)).status).toBe(415)
    const elsewhere = { as, ifMatch: 1, bytes: new Uint8Array(sampleFiles.pdf) }
    expect((await api.ask('PUT', `/evidence/${id}/draft`, elsewhere)).status).toBe(415)
    expect((await api.ask('PUT', `/evidence/${id}/draft`, { ...elsewhere, bytes: new Uint8Array(1_100_000) })).status).toBe(413)
    expect((await api.ask('PUT', `/evidence/${id}/file`, { bytes: new Uint8Array(sampleFiles.pdf) })).status).toBe(401)
  })

  test.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\me\\plan.pdf', 'plan.pdf'],
    ['evil"\r\nSet-Cookie: session=x.pdf', 'evil Set-Cookie session=x.pdf'],
  ])('the name %j is kept without its path, and cannot end a header', async (given, safe) => {
    const { id, current } = await own.add('file', { bytes: sampleFiles.pdf, name: given })
    expect(current.file.name).toBe(safe)
    expect((await fetchFile(id)).headers.get('set-cookie')).toBeNull()
    expect(files.ids()[0]).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a file is read by its owner alone', async () => {
    const { id } = await own.add('file', pdf)
    for (const role of ['assessor', 'coordinator', 'administrator'] as const)
      expect((await fetchFile(id, 1, (await api.addOf(role)).session)).status, role).toBe(404)
    expect((await fetchFile(id, 2)).status).toBe(404)
  })

  test('a file sent twice by one request is kept once, and one that is replaced is removed', async () => {
    const { id } = await own.start('file')
    await own.keep(id, words.file)
    const { version } = await own.read(id)
    const send = () =>
      api.ask('PUT', `/evidence/${id}/file`, {
        as: learner.session,
        ifMatch: version,
        bytes: new Uint8Array(sampleFiles.pdf),
        headers: { 'file-name': 'a.pdf', 'idempotency-key': 'sent-twice-1' },
      })
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status, second.body.version]).toEqual([200, 200, first.body.version])
    await own.send(id, sampleFiles.png, 'b.png')
    api.clock.pass(61)
    await keepEvidence(api.deps)
    expect(files.ids()).toHaveLength(1)
    expect((await own.submit(id)).body.current.file.name).toBe('b.png')
  })

  test('what the scanner finds harmful is deleted at once, said in plain words, and another file can take its place', async () => {
    verdict = async () => 'infected'
    const { id, state, draft, versions } = await own.add('file', pdf)
    expect({ state, draft, versions }).toMatchObject({ state: 'rejected', draft: { refused: true, file: null }, versions: [] })
    expect(files.ids()).toEqual([])
    verdict = async () => 'clean'
    await own.send(id, sampleFiles.png, 'clean.png')
    expect((await own.submit(id)).body).toMatchObject({ state: 'ready', current: { number: 1, file: { name: 'clean.png' } } })
  })

  test('a harmful next version leaves the one before as it was', async () => {
    const { id } = await own.add('file', pdf)
    await api.ask('POST', `/evidence/${id}/draft`, { as: learner.session, ifMatch: (await own.read(id)).version })
    await own.send(id, sampleFiles.png, 'harmful.png')
    verdict = async () => 'infected'
    expect((await own.submit(id)).body).toMatchObject({ state: 'ready', versions: [{ number: 1 }], draft: { refused: true } })
    expect((await fetchFile(id)).bytes).toEqual(new Uint8Array(sampleFiles.pdf))
  })

  test('new words about a file make a version with the same file, and both are purged with one file', async () => {
    const { id } = await own.add('file', pdf)
    await api.ask('POST', `/evidence/${id}/draft`, { as: learner.session, ifMatch: (await own.read(id)).version })
    await own.keep(id, { ...words.file, text: 'Page 2 shows what I did.' })
    expect((await own.submit(id)).body.versions).toMatchObject([
      { number: 1, text: null, file: { name: 'minutes.pdf' } },
      { number: 2, text: 'Page 2 shows what I did.', file: { name: 'minutes.pdf' } },
    ])
    expect((await fetchFile(id, 2)).bytes).toEqual(new Uint8Array(sampleFiles.pdf))
    await own.move(id, 'quarantined')
    await own.move(id, 'purged')
    expect(files.ids()).toEqual([])
  })

  test('while the scanner gives no answer nobody reads the file; it is looked at again on time', async () => {
    verdict = () => Promise.reject(new Error('The scanner is away'))
    const { id, state } = await own.add('file', pdf)
    expect(state).toBe('scanning')
    expect(api.deps.report).toBeDefined()
    expect(api.reported).toHaveLength(1)
    expect((await fetchFile(id)).status).toBe(404)
    verdict = async () => 'clean'
    await keepEvidence(api.deps)
    expect((await own.read(id)).state).toBe('ready')
  })

  test('a file that is quarantined while it is scanned stays closed, whatever the scanner says', async () => {
    let answer: (value: 'clean') => void = () => undefined
    let asked: () => void = () => undefined
    const scanning = new Promise<void>((resolve) => (asked = resolve))
    verdict = () => {
      asked()
      return new Promise((resolve) => (answer = resolve))
    }
    const { id } = await own.start('file')
    await own.keep(id, words.file)
    await own.send(id, pdf.bytes, pdf.name)
    const submitted = own.submit(id)
    await scanning
    expect((await own.move(id, 'quarantined')).body.state).toBe('quarantined')
    answer('clean')
    expect((await submitted).body.state).toBe('quarantined')
    expect((await own.read(id)).moves).toEqual(['purged'])
  })

  test('quarantine closes a file at once; purge deletes its bytes', async () => {
    const { id } = await own.add('file', pdf)
    await own.move(id, 'quarantined')
    expect((await fetchFile(id)).status).toBe(404)
    expect(files.ids()).toHaveLength(1)
    await own.move(id, 'purged')
    expect(files.ids()).toEqual([])
  })

  test('a store that cannot delete just now is asked again, and nothing is read meanwhile', async () => {
    const { id } = await own.add('file', pdf)
    await own.move(id, 'quarantined')
    const remove = files.remove.bind(files)
    files.remove = () => Promise.reject(new Error('The disk is busy'))
    expect((await own.move(id, 'purged')).status).toBe(200)
    expect([files.ids().length, (await fetchFile(id)).status]).toEqual([1, 404])
    files.remove = remove
    await keepEvidence(api.deps)
    expect(files.ids()).toEqual([])
  })

  test('a file that was stored for a change that never came is removed after an hour', async () => {
    const { id, version } = await own.start('file')
    await own.keep(id, words.file)
    const stale = { as: learner.session, ifMatch: version, bytes: new Uint8Array(sampleFiles.pdf), headers: { 'file-name': 'a.pdf' } }
    expect((await api.ask('PUT', `/evidence/${id}/file`, stale)).status).toBe(412)
    expect(files.ids()).toHaveLength(1)
    await keepEvidence(api.deps)
    expect(files.ids()).toHaveLength(1)
    api.clock.pass(61)
    await keepEvidence(api.deps)
    expect(files.ids()).toEqual([])
  })

  test('erasing a person deletes their files too', async () => {
    await own.add('file', pdf)
    const { id } = await own.start('file')
    await own.send(id, sampleFiles.png, 'draft.png')
    expect(files.ids()).toHaveLength(2)
    const { body } = await api.ask('PUT', `/people/${learner.person.id}/erasure`, {
      as: learner.session,
      ifMatch: learner.person.version,
      body: { name: learner.person.name, reason: 'I asked' },
    })
    expect(body.found).toEqual([])
    expect(files.ids()).toEqual([])
  })
})
