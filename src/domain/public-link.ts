/** What is wrong with an address that others are to open, or null. Only https to a public name: no account in it, no number, no inner network. */
export function linkFault(text: string): string | null {
  const example = 'such as https://example.org/report.pdf'
  if (!URL.canParse(text)) return `Enter a whole address, ${example}`
  const { protocol, hostname, username, password } = new URL(text)
  if (protocol !== 'https:') return `Enter an address that begins with https://, ${example}`
  if (username || password) return 'Take the user name and passphrase out of the address'
  if (!isPublicName(hostname)) return 'Enter an address on the public internet, which an assessor can open too'
  return null
}

const inner = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'test', 'invalid']

/** Numbers, in whatever notation, come out of URL as four parts or in brackets, so a name ends with letters. */
function isPublicName(hostname: string): boolean {
  const parts = hostname.replace(/\.$/, '').split('.')
  const last = parts.at(-1) ?? ''
  return parts.length > 1 && /^([a-z]{2,}|xn--[a-z0-9-]+)$/.test(last) && !inner.includes(last)
}
