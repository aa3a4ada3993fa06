import type { PassphraseHash } from '#api/deps.ts'

/** Browsers have no scrypt, and nothing secret lives in a mock: a salted digest is enough to tell a right passphrase from a wrong one. */
export const mockPassphrases: PassphraseHash = {
  hash: async (passphrase) => {
    const salt = crypto.randomUUID()
    return `mock$${salt}$${await digest(salt + passphrase)}`
  },
  verify: async (passphrase, stored) => {
    const [, salt = '', hash] = stored.split('$')
    return hash === (await digest(salt + passphrase))
  },
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
