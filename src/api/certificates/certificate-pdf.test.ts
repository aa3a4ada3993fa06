import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificateWords, type CertificateClaims } from '#domain/certificate.ts'
import { partsOf, readPdf } from '#testing/read-pdf.ts'
import { certificatePdf } from './certificate-pdf.ts'

const claims: CertificateClaims = {
  code: '7K3M-Q9XV-2HTB-0WRD',
  ...certificateWords,
  name: 'Siân Ŵyn-Łękawska ŷ Größe Đặng',
  modules: [
    { id: 'm1', version: 1, title: 'What reviews are for', passedAt: '2026-03-02T10:00:00Z' },
    { id: 'm2', version: 3, title: 'Chairing & “hearing” a panel', passedAt: '2026-03-30T23:30:00Z' },
  ],
  skills: [
    { id: '1.1', name: 'Knows the purpose' },
    { id: '5.1', name: 'Hears families' },
  ],
  frameworkVersion: 2,
  regimes: [{ code: 'SCR-2010', name: 'Serious case review', edition: 'Working Together 2010' }],
  issuedAt: '2026-03-31T09:00:00Z',
  validUntil: '2029-03-31T09:00:00Z',
}
const now = new Date('2026-11-30T12:00:00Z')
const made = async (changed: Partial<CertificateClaims> = {}, state: 'valid' | 'expired' | 'revoked' = 'valid') =>
  readPdf(
    await certificatePdf(
      {
        claims: { ...claims, ...changed },
        state,
        revoked: state === 'revoked' ? { at: '2026-10-01T12:00:00Z', reason: 'misused', words: 'Somebody else took it' } : null,
      },
      'https://pool.test',
      now,
    ),
  )

test('a PDF says all that the certificate claims, under tags that say what each part is', async () => {
  const pdf = await made()
  expect(pdf).toMatchObject({ marked: true, language: 'en-GB', title: `Certificate: Common core: knowledge, ${claims.name}` })
  expect(partsOf(pdf.parts, 'H1').map(({ text }) => text)).toEqual(['Common core: knowledge'])
  expect(partsOf(pdf.parts, 'H2').map(({ text }) => text)).toEqual([
    'What it proves',
    'What it does not prove',
    'Review regimes and editions covered',
    'Skills that the modules serve',
    'Check it',
  ])
  const rows = partsOf(pdf.parts, 'TR').map(({ parts }) => parts.map(({ role, text }) => `${role} ${text}`))
  expect(rows).toEqual([
    ['TH Name', `TD ${claims.name}`],
    ['TH Certificate', 'TD Common core: knowledge'],
    ['TH State when this file was made', 'TD Valid on 30 November 2026'],
    ['TH Issued', 'TD 31 March 2026'],
    ['TH Valid until', 'TD 31 March 2029'],
    ['TH Code', 'TD 7K3M-Q9XV-2HTB-0WRD'],
    ['TH Module', 'TH Passed'],
    ['TH What reviews are for, version 1', 'TD 2 March 2026'],
    ['TH Chairing & “hearing” a panel, version 3', 'TD 31 March 2026'],
  ])
  expect(partsOf(pdf.parts, 'LBody').map(({ text }) => text)).toEqual([
    'Serious case review (SCR-2010): Working Together 2010',
    '1.1 Knows the purpose',
    '5.1 Hears families',
  ])
  const paragraphs = partsOf(pdf.parts, 'P').map(({ text }) => text)
  expect(paragraphs).toContain(claims.proves)
  expect(paragraphs).toContain(claims.provesNot)
  expect(pdf.text).toContain('framework version 2')
  expect(pdf.text).toContain('Anybody can alter a PDF')
  expect(partsOf(pdf.parts, 'Link').map(({ text }) => text)).toEqual(['https://pool.test/verify#7K3M-Q9XV-2HTB-0WRD'])
  expect(pdf.links).toEqual(['https://pool.test/verify#7K3M-Q9XV-2HTB-0WRD'])
})

test('a PDF of a certificate that no longer stands says so first, and not what an administrator wrote', async () => {
  const revoked = await made({}, 'revoked')
  expect(revoked.parts[1]).toMatchObject({ role: 'P', text: 'Revoked on 1 October 2026. It was altered or misused. Do not rely on it.' })
  expect(revoked.text).not.toContain('Somebody else took it')
  const expired = await made({ validUntil: '2026-01-01T09:00:00Z' }, 'expired')
  expect(expired.parts[1]?.text).toBe('Expired on 1 January 2026. It no longer counts as current.')
})

test('letters that cannot be drawn are still read out as they are, and the file says so', async () => {
  const nameIn = ({ parts }: Awaited<ReturnType<typeof made>>) => partsOf(parts, 'TD')[0]?.text
  const drawn = await made()
  expect(drawn.text).not.toContain('cannot be drawn')
  const other = await made({ name: '李小龍 𠮷 Amara' })
  expect(nameIn(other)).toBe('李小龍 𠮷 Amara')
  expect(other.text).toContain('Some letters of the name cannot be drawn in this file')
})

test('any name comes back out of the file as it is on the certificate, however long it is', async () => {
  // Right-to-left letters are turned about by the reader, not by the file.
  const name = fc.stringMatching(/^[A-Za-zÀ-ſǍ-ȳΑ-ωА-яḀ-ỹ'’.-]{1,60}( [A-Za-zÀ-ſΑ-ωА-я-]{1,60}){0,2}$/u)
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      const pdf = await made({ name: text })
      const [cell] = partsOf(pdf.parts, 'TD')
      expect(cell?.text.replaceAll(' ', '')).toBe(text.normalize('NFC').replaceAll(' ', ''))
    }),
    { numRuns: 15 },
  )
})

test('more than one page of it keeps every row and every part', async () => {
  const modules = Array.from({ length: 60 }, (_, at) => ({ id: `m${at}`, version: 1, title: `The module ${at}`, passedAt: '2026-03-02T10:00:00Z' }))
  const pdf = await made({ modules })
  expect(pdf.pages).toBeGreaterThan(2)
  expect(partsOf(pdf.parts, 'TR')).toHaveLength(6 + 1 + 60)
  expect(pdf.text).toContain(`page 1 of ${pdf.pages}`)
})
