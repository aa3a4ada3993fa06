/**
 * Whether a change comes from our own pages. Browsers say where a request comes from in Sec-Fetch-Site and Origin; a request that says
 * neither is no browser's and carries no cookie that a person did not put there. Source: OWASP on cross-site request forgery.
 */
export function isForeign(method: string, headers: Headers, origin: string): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return true
  const from = headers.get('origin')
  return from !== null && from !== origin
}

/** Whether another site led a browser to this page, with an address of its choice. */
export const isLedHere = (headers: Headers): boolean => ['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? 'none')

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

/** For everything that is sent. */
export const headersForAll = (tls: boolean): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  ...(tls ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
})

/** For pages and the API: what runs and what they may reach. Files that a page loads are bound by the page's own policy. */
export const headersForDocuments = (tls: boolean): Record<string, string> => ({
  'Content-Security-Policy': [...policy, ...(tls ? ['upgrade-insecure-requests'] : [])].join('; '),
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
})
