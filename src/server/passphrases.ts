import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import type { PassphraseHash } from '#api/deps.ts'

/** OWASP's first choice for scrypt: 128 MB and about a tenth of a second. */
const cost = { N: 2 ** 17, r: 8, p: 1 }

/** scrypt, kept as `scrypt$N$r$p$salt$hash`, so that the cost can be raised without shutting anybody out. */
export const scryptPassphrases: PassphraseHash = {
  hash: async (passphrase) => {
    const salt = randomBytes(16)
    const hash = await derive(passphrase, salt, cost)
    return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
  },
  verify: async (passphrase, stored) => {
    const [kind, N, r, p, salt = '', hash = ''] = stored.split('$')
    if (kind !== 'scrypt') return false
    const expected = Buffer.from(hash, 'base64url')
    const given = await derive(passphrase, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
    return expected.length === given.length && timingSafeEqual(expected, given)
  },
}

const derive = (passphrase: string, salt: Buffer, options: ScryptOptions) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, { ...options, maxmem: 256 * 1024 * 1024 }, (error, key) => (error ? reject(error) : resolve(key)))
  })
