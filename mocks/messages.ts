/** What a page and the home of its mock API say to each other. A request is one message and gets one message back, with the same `id`. */
export interface AskedRequest {
  kind: 'request'
  method: string
  url: string
  headers: Record<string, string>
  body: ArrayBuffer | null
  /** The session that this tab keeps. */
  session: string | null
}

export interface AnsweredRequest {
  status: number
  headers: Record<string, string>
  body: ArrayBuffer | null
  /** What this tab is to keep from now on; undefined leaves it as it is. */
  session: string | null | undefined
}

interface Persona {
  key: string
  title: string
}

/** What the bar at the top of a mock shows. */
export interface WorldView {
  name: string
  title: string
  about: string
  personas: Persona[]
  worlds: { name: string; title: string }[]
}

export type Ask = AskedRequest | { kind: 'world' } | { kind: 'become'; persona: string } | { kind: 'start-again' }

export type Reply<A extends Ask> = A extends AskedRequest
  ? AnsweredRequest
  : A extends { kind: 'world' }
    ? WorldView
    : A extends { kind: 'become' }
      ? { session: string | null }
      : null

/** A message as it travels. */
export interface Sent<Body> {
  id: number
  body: Body
}

export type Returned = { id: number; body: unknown } | { id: number; failed: string }
