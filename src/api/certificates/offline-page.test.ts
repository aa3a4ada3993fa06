import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { offlinePage } from './offline-page.ts'

const key = { kty: 'RSA', n: 'abc', e: 'AQAB', alg: 'RS256', use: 'sig', kid: '</script><script>alert(1)</script>' } as const
const page = await offlinePage('https://pool.test', [key], new Date('2026-11-23T09:00:00Z'))

test('its own policy allows its script and its style by their digests, and no request to anywhere', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''
  const digest = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const [style, script] = [/<style>([^]*?)<\/style>/.exec(page)?.[1], /<script>([^]*?)<\/script>/.exec(page)?.[1]]
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ])
  expect(policy).not.toContain('unsafe')
})

test('it says of which day its keys are and that it cannot tell of a revocation, and no key ends its element', () => {
  expect(page).toContain('23 November 2026')
  expect(page).toContain('cannot tell whether a certificate was revoked')
  expect(page).not.toContain('alert(1)</script>')
  const saved = /<script id="saved" type="application\/json">([^]*?)<\/script>/.exec(page)?.[1] ?? ''
  expect(JSON.parse(saved)).toEqual({ keys: [key], verify: 'https://pool.test/verify' })
})
