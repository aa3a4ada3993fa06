import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonPassphrases, commonWords } from './common-passphrases.ts'
import { passphraseFaults } from './passphrase.ts'

const amara = { name: 'Amara Okafor', email: 'amara.okafor@example.org' }
const faults = (passphrase: string) => passphraseFaults(passphrase, amara).join()

test.each([
  ['short pass', 'Use 12 characters'],
  ['Password1234', 'less common'],
  ['passw0rd-2026!', 'less common'],
  ['P4$$w0rd P4$$w0rd', 'less common'],
  ['correct horse battery staple', 'less common'],
  ['Correct-Horse-Battery-Staple', 'less common'],
  ['aaaaaaaaaaaaaaaa', 'less common'],
  ['heronsheronsheronsher', 'less common'],
  ['qwertyuiop[]12', 'less common'],
  ['poiuytrewq09', 'less common'],
  ['1qaz2wsx3edc4rfv', 'less common'],
  ['1234567890123456', 'less common'],
  ['monkey dragon 99', 'less common'],
  ['Sunshine, 14 May 1987', 'less common'],
  ['panel pool 2026', 'less common'],
  ['Safeguarding2026', 'less common'],
  ['iloveyou iloveyou', 'less common'],
  ['!!!!!!!!!!!!!!', 'less common'],
  ['AmaraOkafor1', 'your own name'],
  ['okafor example password', 'less common'],
  ['amara password 2026', 'less common'],
])('refuses %s and says why', (passphrase, words) => expect(faults(passphrase)).toContain(words))

test.each(['seven quiet herons wading', 'eleven grey geese crossing', 'păpădie-луна-82-fig', 'Amara keeps nine green kettles', 'vT9#mQ2w!xL7p'])(
  'takes %s',
  (passphrase) => expect(faults(passphrase)).toBe(''),
)

test('knows well over a thousand passphrases and words that breaches are full of', () => {
  expect(commonPassphrases.size + commonWords.size).toBeGreaterThan(1500)
  for (const list of [commonPassphrases, commonWords]) for (const entry of list) expect(entry).toMatch(/^[a-z0-9]{3,}$/)
  for (const entry of commonPassphrases) expect(entry.length, entry).toBeGreaterThanOrEqual(12)
})

test('two common words with digits before, between or after them are refused, whatever stands between and however they are written', () => {
  const word = fc.constantFrom(...commonWords)
  const digits = fc.nat({ max: 9999 }).map((number) => String(number))
  const between = fc.constantFrom('', ' ', '-', '_', '. ', '!!')
  fc.assert(
    fc.property(word, word, digits, between, fc.boolean(), (one, other, number, sign, loud) => {
      const passphrase = [one, other, number].join(sign)
      fc.pre(passphrase.length >= 12)
      return faults(loud ? passphrase.toUpperCase() : passphrase) !== ''
    }),
  )
})

test('twelve letters and digits drawn by chance are taken', () => {
  const drawn = fc.string({ unit: fc.constantFrom(...'abcdefghijkmnpqrstuvwxyz23456789'.split('')), minLength: 14, maxLength: 20 })
  fc.assert(
    fc.property(drawn, (passphrase) => {
      fc.pre(new Set(passphrase).size >= 8)
      return faults(passphrase) === ''
    }),
    { numRuns: 500, seed: 20261125 },
  )
})

test('whatever is typed, an answer comes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.string(), (passphrase, name) => Array.isArray(passphraseFaults(passphrase, { name, email: name }))),
  )
})
