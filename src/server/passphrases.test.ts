import { expect, test } from 'vitest'
import { scryptPassphrases } from './passphrases.ts'

const passphrase = 'seven quiet herons wading'

test('a passphrase is found right, however its accents are typed, and another one wrong', async () => {
  const stored = await scryptPassphrases.hash(`${passphrase} é`)
  expect(await scryptPassphrases.verify(`${passphrase} e\u0301`, stored)).toBe(true)
  expect(await scryptPassphrases.verify(`${passphrase} e`, stored)).toBe(false)
})

test('what is stored names its cost, at least OWASP’s, has a salt of its own, and does not hold the passphrase', async () => {
  const [first, second] = [await scryptPassphrases.hash(passphrase), await scryptPassphrases.hash(passphrase)]
  expect(first).toMatch(/^scrypt\$131072\$8\$1\$/)
  expect(first).not.toBe(second)
  expect(first).not.toContain('herons')
})

test('what nobody hashed opens nothing', async () => expect(await scryptPassphrases.verify('', 'plain')).toBe(false))
