import type { PublicKey } from '#domain/certificate.ts'
import { offlineScript } from './offline-script.ts'

const style = `
body { color: #0b0c0c; font: 19px/1.4 system-ui, 'Segoe UI', Arial, sans-serif; margin: 0 auto; max-width: 44em; padding: 20px 15px 60px; }
h1, h2 { line-height: 1.15; }
label { display: block; font-weight: bold; margin: 20px 0 5px; }
textarea { border: 2px solid #0b0c0c; box-sizing: border-box; font: 16px/1.4 monospace; padding: 5px; width: 100%; }
input { font: inherit; max-width: 100%; }
button { background: #0f3d4c; border: 2px solid transparent; color: #fff; cursor: pointer; font: inherit; margin-top: 20px; padding: 8px 12px; }
:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 3px; box-shadow: 0 0 0 3px #fd0; }
#result { border-left: 10px solid #b1b4b6; margin-top: 30px; overflow-wrap: anywhere; padding-left: 15px; }
#result:empty { display: none; }
#result.good { border-color: #00703c; }
#result.bad, #result.over { border-color: #d4351c; }
dl div { border-bottom: 1px solid #b1b4b6; padding: 10px 0; }
dt { font-weight: bold; }
dd { margin: 0; }
@media print { form { display: none; } }
`

/** A base 64 digest as a policy names it. */
async function named(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`
}

const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/**
 * One HTML file that checks a credential's signature by itself, against the keys as they are now. Its own policy names its script and its style by their
 * digests and allows nothing else: no other script, no request to anywhere.
 */
export async function offlinePage(origin: string, keys: readonly PublicKey[], now: Date): Promise<string> {
  const policy = `default-src 'none'; script-src ${await named(offlineScript)}; style-src ${await named(style)}; base-uri 'none'; form-action 'none'`
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format(now)
  // Data, which a browser does not run; what could end the element is written so that it cannot.
  const saved = JSON.stringify({ keys, verify: `${origin}/verify` }).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Check a Panel Pool certificate with no network</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Check a Panel Pool certificate with no network</h1>
<p>This file checks whether a credential is exactly what Panel Pool at ${plain(origin)} signed. It needs no network and sends nothing anywhere.</p>
<p>It knows the keys as they were on ${day}. It cannot tell whether a certificate was revoked.</p>
<form>
<label for="file">The credential’s file</label>
<input id="file" type="file" accept=".jwt,.txt">
<label for="text">Or its text</label>
<textarea id="text" rows="6" spellcheck="false" autocomplete="off"></textarea>
<button>Check</button>
</form>
<section id="result" aria-label="Result"></section>
</main>
<script id="saved" type="application/json">${saved}</script>
<script>${offlineScript}</script>
</body>
</html>
`
}
