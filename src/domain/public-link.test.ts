import { expect, test } from 'vitest'
import { linkFault } from './public-link.ts'

test.each(['https://example.org', 'https://sub.example.org:8443/a/b.pdf?x=1#y', 'https://пример.рф/отчёт', 'https://EXAMPLE.ORG.'])(
  '%s is a public link',
  (text) => {
    expect(linkFault(text)).toBeNull()
  },
)

test.each([
  'example.org',
  'ftp://example.org/a',
  'http://example.org/',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://localhost/a',
  'https://intranet/a',
  'https://files.corp/a',
  'https://127.0.0.1/a',
  'https://2130706433/a',
  'https://0x7f.1/a',
  'https://[::1]/a',
  'https://user@example.org/',
  '',
])('"%s" is not', (text) => {
  expect(linkFault(text)).not.toBeNull()
})
