/**
 * The script of the page that checks a credential with no network, as the text that stands in it: it is saved to somebody's disk and runs there by itself.
 * It knows the issuer's keys as they were when it was saved, asks nobody anything, and builds what it shows from text alone. Opening a token is done as in
 * `signature.ts`, and a journey checks both with the same files.
 */
export const offlineScript = `'use strict'
const saved = JSON.parse(document.getElementById('saved').textContent)
const result = document.getElementById('result')
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

function bytesOf(part) {
  const text = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
  const again = btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  if (again !== part) throw new Error('written in another way than it was signed')
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
const read = (part) => JSON.parse(new TextDecoder().decode(bytesOf(part)))

async function open(token) {
  const parts = token.split('.')
  if (parts.length !== 3 || parts.some((part) => !/^[\\w-]+$/.test(part))) return { verdict: 'unreadable' }
  const [head, body, signature] = parts
  let header
  try {
    header = read(head)
  } catch {
    return { verdict: 'foreign' }
  }
  const key = saved.keys.find(({ kid }) => kid === header.kid)
  if (!key) return { verdict: 'foreign' }
  try {
    if (header.alg !== 'RS256') return { verdict: 'altered' }
    const known = await crypto.subtle.importKey('jwk', { kty: key.kty, n: key.n, e: key.e }, algorithm, false, ['verify'])
    const fits = await crypto.subtle.verify(algorithm, known, bytesOf(signature), new TextEncoder().encode(head + '.' + body))
    return fits ? { verdict: 'genuine', claims: read(body) } : { verdict: 'altered' }
  } catch {
    return { verdict: 'altered' }
  }
}

function add(parent, tag, text) {
  const made = parent.appendChild(document.createElement(tag))
  made.textContent = text
  return made
}
const day = (moment) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format(new Date(moment))

function rows(claims) {
  const subject = claims.credentialSubject
  const achievement = subject.achievement
  return [
    ['Name', subject.identifier.map((one) => one.identityHash)],
    ['Certificate', [claims.name]],
    ['What it proves', [achievement.criteria.narrative]],
    ['What it does not prove', [achievement.description]],
    ['Knowledge checks passed', claims.evidence.map((one) => one.name + '. ' + one.narrative.replace(/[\\dT:.-]{20,}Z/, day))],
    ['Review regimes and editions', achievement.tag],
    ['Skills that the modules serve', achievement.alignment.map((one) => one.targetCode + ' ' + one.targetName + ' (' + one.targetFramework + ')')],
    ['Issued', [day(claims.validFrom)]],
    ['Valid until', [day(claims.validUntil)]],
    ['Issued by', [claims.issuer.name + ', ' + claims.issuer.url]],
    ['Code', [claims.id.split('/').pop()]],
  ]
}

const words = {
  altered: ['This is not what was signed', 'At least one character was changed, or the text was cut. Ask for the file again.'],
  foreign: ['Not signed with a key that this page knows', 'It was changed, was signed by somebody else, or was signed after this page was saved. Save a new copy of this page to check newer certificates.'],
  unreadable: ['This is not a credential', 'A credential is one long line of letters, digits, hyphens and underscores, with two full stops in it.'],
}

function show({ verdict, claims }) {
  result.replaceChildren()
  const over = claims && Date.parse(claims.validUntil) <= Date.now()
  const heading = add(result, 'h2', verdict !== 'genuine' ? words[verdict][0] : over ? 'Genuine, and expired' : 'The signature is genuine')
  heading.tabIndex = -1
  result.className = verdict !== 'genuine' ? 'bad' : over ? 'over' : 'good'
  if (verdict !== 'genuine') add(result, 'p', words[verdict][1])
  else {
    add(result, 'p', over ? 'It ran out on ' + day(claims.validUntil) + ', by the clock of this device.' : 'Nothing in it was changed since Panel Pool signed it.')
    add(add(result, 'p', ''), 'strong', 'Revocation not checked.')
    add(result, 'p', 'It may have been revoked since. To find out, enter its code at ' + saved.verify + '.')
    const list = add(result, 'dl', '')
    for (const [term, values] of rows(claims)) {
      const row = add(list, 'div', '')
      add(row, 'dt', term)
      for (const value of values) add(row, 'dd', value)
    }
  }
  heading.focus()
}

const field = document.getElementById('text')
async function check() {
  if (!globalThis.crypto?.subtle) {
    result.replaceChildren()
    add(result, 'p', 'This browser does not let a saved page check signatures. Open the file in a newer Chrome, Edge, Firefox or Safari.')
    return
  }
  show(await open(field.value.trim()))
}
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault()
  void check()
})
document.getElementById('file').addEventListener('change', async ({ target }) => {
  const [file] = target.files
  if (!file) return
  field.value = await file.text()
  target.value = ''
  void check()
})
`
