import type { Http2ServerRequest } from 'node:http2'
import type { IncomingMessage } from 'node:http'

/** The network address asking. Behind proxies that are ours the last of them wrote it down; what stands before theirs anybody may have written. */
export function addressOf(incoming: IncomingMessage | Http2ServerRequest, proxies: number): string {
  const forwarded = String(incoming.headers['x-forwarded-for'] ?? '').split(',')
  return (proxies > 0 ? forwarded.at(-proxies)?.trim() : undefined) || incoming.socket.remoteAddress || 'unknown'
}
