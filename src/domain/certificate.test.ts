import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CertificateCode } from './certificate.schema.ts'
import {
  attemptsFor,
  canBeRenewed,
  certificateCode,
  certificateMoves,
  certificateState,
  pathPassed,
  readCode,
  reminderDays,
  reminderDue,
} from './certificate.ts'
import type { AttemptSummary } from './training.ts'

const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2034-01-01'), noInvalidDate: true }).map((date) => date.toISOString())
const attempt = fc
  .record({
    moduleId: fc.constantFrom('m1', 'm2', 'm3', 'other'),
    moduleVersion: fc.integer({ min: 1, max: 3 }),
    submittedAt: fc.option(moment),
    passed: fc.boolean(),
  })
  .map((drawn): AttemptSummary => ({
    ...drawn,
    passed: drawn.submittedAt === null ? null : drawn.passed,
    id: '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e',
    kind: 'check',
    number: 1,
    startedAt: '2026-01-01T00:00:00.000Z',
    right: null,
    items: 10,
  }))
const path = ['m1', 'm2', 'm3']

describe('a path', () => {
  test('once complete stays so, whatever is attempted after', () => {
    fc.assert(
      fc.property(fc.array(attempt), fc.array(attempt), (before, after) => {
        if (pathPassed(path, before)) expect(pathPassed(path, [...before, ...after])).not.toBeNull()
      }),
    )
  })

  test('is complete exactly when each of its modules was passed, and names the first pass of each', () => {
    fc.assert(
      fc.property(fc.array(attempt), (attempts) => {
        const passes = (id: string) => attempts.filter((one) => one.moduleId === id && one.passed)
        const passed = pathPassed(path, attempts)
        expect(passed !== null).toBe(path.every((id) => passes(id).length > 0))
        for (const { id, passedAt } of passed ?? []) expect(passes(id).every(({ submittedAt }) => submittedAt! >= passedAt)).toBe(true)
      }),
    )
  })

  test('of no modules is never complete', () => expect(pathPassed([], [])).toBeNull())
})

describe('a certificate', () => {
  test('is valid until the moment it names, then expired, and revoked for good', () => {
    const validUntil = '2029-11-23T09:00:00Z'
    expect(certificateState({ validUntil, revokedAt: null }, '2029-11-23T08:59:59.999Z')).toBe('valid')
    expect(certificateState({ validUntil, revokedAt: null }, '2029-11-23T09:00:00.000Z')).toBe('expired')
    fc.assert(
      fc.property(moment, moment, (revokedAt, now) => {
        expect(certificateState({ validUntil, revokedAt }, now)).toBe('revoked')
      }),
    )
    expect(certificateMoves.revoked).toEqual({})
  })

  test('has a code that is read back however it was typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
        const code = certificateCode(random)
        expect(CertificateCode.safeParse(code).success).toBe(true)
        expect(readCode(code)).toBe(code)
        expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(code)
      }),
    )
    for (const no of ['', 'ABCD', 'UUUU-UUUU-UUUU-UUUU', 'a.b.c', '7K3M-Q9XV-2HTB-0WRD-0']) expect(readCode(no)).toBeNull()
  })
})

describe('reminders', () => {
  const day = 86_400_000
  test('each is due at most once, and never after the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20 * day, max: 200 * day }), { maxLength: 40 }), (looks) => {
        const end = Date.parse('2029-11-23T09:00:00Z')
        const sent: number[] = []
        for (const left of looks.toSorted((a, b) => b - a)) {
          const due = reminderDue(new Date(end).toISOString(), sent, new Date(end - left).toISOString())
          if (due === null) continue
          expect(left > 0 && left <= due * day).toBe(true)
          expect(sent).not.toContain(due)
          sent.push(due)
        }
      }),
    )
  })

  test('looked at every day, each comes on its day', () => {
    const end = Date.parse('2029-11-23T09:00:00Z')
    const sent: number[] = []
    const came: [number, number][] = []
    for (let left = 120; left >= 0; left--) {
      const due = reminderDue(new Date(end).toISOString(), sent, new Date(end - left * day).toISOString())
      if (due !== null) came.push([due, left])
      if (due !== null) sent.push(due)
    }
    expect(came).toEqual(reminderDays.map((days) => [days, days]))
  })

  test('one that was missed is not made up for once a nearer one is due', () => {
    expect(reminderDue('2029-11-23T09:00:00Z', [], '2029-11-20T09:00:00Z')).toBe(7)
    expect(reminderDue('2029-11-23T09:00:00Z', [7], '2029-11-20T09:00:00Z')).toBeNull()
  })
})

describe('a renewal', () => {
  const validUntil = '2029-11-23T09:00:00Z'
  const forever = () => '9999-12-31T00:00:00.000Z'

  test('can be earned from 90 days before a certificate runs out and ever after, and never once it was revoked', () => {
    expect(canBeRenewed({ state: 'valid', validUntil }, '2029-08-25T08:59:59.999Z')).toBe(false)
    expect(canBeRenewed({ state: 'valid', validUntil }, '2029-08-25T09:00:00.000Z')).toBe(true)
    expect(canBeRenewed({ state: 'expired', validUntil }, '2033-01-01T00:00:00.000Z')).toBe(true)
    fc.assert(fc.property(moment, (now) => !canBeRenewed({ state: 'revoked', validUntil }, now)))
  })

  test('rests on nothing that the certificate before it rested on, nor on what no longer counts', () => {
    fc.assert(
      fc.property(fc.array(attempt), moment, moment, (attempts, issuedAt, now) => {
        const second = `${issuedAt.slice(0, 19)}Z`
        for (const { submittedAt } of attemptsFor(attempts, { issuedAt: second }, forever, now)) expect(submittedAt! > issuedAt).toBe(true)
        expect(attemptsFor(attempts, null, () => now, now)).toEqual([])
      }),
    )
  })
})
