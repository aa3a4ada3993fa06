import { create } from 'zustand'
import { answer, api } from './api-client.ts'
import { ApiError } from './api-error.ts'
import type { paths } from './contract.d.ts'

type Method = 'POST' | 'PUT' | 'DELETE'
type PathsWith<M extends Lowercase<Method>> = {
  [Path in keyof paths]: paths[Path] extends Record<M, { responses: unknown }> ? Path : never
}[keyof paths]
type Operation<M extends Method, Path> = Path extends keyof paths
  ? Lowercase<M> extends keyof paths[Path]
    ? paths[Path][Lowercase<M>]
    : never
  : never
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer Body } } }
  ? { body: Body; file?: never }
  : O extends { requestBody: { content: { 'application/octet-stream': unknown } } }
    ? { body?: never; file: File }
    : { body?: never; file?: never }
type PathOf<O> = O extends { parameters: { path: infer Path } } ? { path: Path } : { path?: never }
type Success<O> = O extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends 200 | 201 | 202
        ? Responses[Status] extends { content: { 'application/json': infer Body } }
          ? Body
          : undefined
        : never
    }[keyof Responses]
  : never

export type Sent<O> = BodyOf<O> &
  PathOf<O> & { ifMatch?: number | undefined; key?: string | undefined; signal?: AbortSignal | undefined; onLate?: () => void }

interface SavingState {
  /** How many saves wait for a server that does not answer. */
  waiting: number
  /** The browser knows of no network. */
  offline: boolean
  /** Set while somebody has to sign in again before what they typed can be sent. */
  askSignIn: { done: () => void; give: (error: ApiError) => void } | null
}

const useSaving = create<SavingState>(() => ({ waiting: 0, offline: 'onLine' in navigator && !navigator.onLine, askSignIn: null }))
/** Whether the server cannot be reached, as far as is known. */
export const useAway = () => useSaving((state) => state.offline || state.waiting > 0)
export const useSignInAsked = () => useSaving((state) => state.askSignIn)

// A server that draws pages hears of no network.
for (const event of ['online', 'offline'] as const) globalThis.addEventListener?.(event, () => useSaving.setState({ offline: event === 'offline' }))

const pauses = [500, 1000, 2000, 4000, 8000]

let owner: string | undefined

/** Says whose account changes are made with from now on. What still waits for somebody else is given up: what one person typed is never sent as another. */
export function savesAreOf(account: string): void {
  owner = account
}

/**
 * The one way pages change anything. A change carries an Idempotency-Key, so that it counts once however often it is sent: when no answer comes
 * it is sent again until one does, and after a session ended it waits for its owner to sign in again, in place. `onLate` is told when the first answer
 * does not come, for those who can go on meanwhile.
 * @throws ApiError for every refusal that only a person can mend, and an AbortError when `signal` says to stop.
 */
export async function save<M extends Method, Path extends PathsWith<Lowercase<M>>>(
  method: M,
  path: Path,
  sent: Sent<Operation<M, Path>>,
): Promise<Success<Operation<M, Path>>> {
  const key = sent.key ?? crypto.randomUUID()
  const headers = {
    'Idempotency-Key': key,
    ...(sent.ifMatch === undefined ? {} : { 'If-Match': `"${sent.ifMatch}"` }),
    ...(sent.file ? { 'Content-Type': 'application/octet-stream', 'File-Name': encodeURIComponent(sent.file.name) } : {}),
  }
  // The conditional types above check what callers send; an address and what it takes vary together.
  const call = () =>
    api.request(method, path, { params: { path: sent.path ?? {} }, body: sent.file ?? sent.body, headers, signal: sent.signal ?? null })
  const whose = owner
  let late = false
  try {
    for (let tries = 0; ; tries++) {
      sent.signal?.throwIfAborted()
      if (whose !== undefined && whose !== owner)
        throw new ApiError({ status: 422, title: 'Somebody else has signed in here, so this was not saved' })
      try {
        return (await answer(call())) as Success<Operation<M, Path>>
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        if (error.status === 401) await signedInAgain()
        else if (error.passing) {
          if (!late) {
            wait(1)
            sent.onLate?.()
          }
          late = true
          await pause(pauses[Math.min(tries, pauses.length - 1)])
        } else throw error
      }
    }
  } finally {
    if (late) wait(-1)
  }
}

/** Passes the time, or as much of it as the network stays away. */
const pause = (time: number | undefined) =>
  new Promise((resolve) => {
    setTimeout(resolve, time)
    addEventListener('online', resolve, { once: true })
  })

function wait(change: 1 | -1): void {
  useSaving.setState(({ waiting }) => ({ waiting: waiting + change }))
  // What waits is in this tab alone: whoever is about to close it is asked first.
  if (useSaving.getState().waiting > 0) addEventListener('beforeunload', askFirst)
  else removeEventListener('beforeunload', askFirst)
}

const askFirst = (event: Event) => event.preventDefault()

let asked: Promise<void> | null = null

/** Asks somebody to sign in again, in place, once however many saves wait. @throws ApiError 401 when the person leaves it be. */
export function signedInAgain(): Promise<void> {
  asked ??= new Promise<void>((resolve, reject) => {
    useSaving.setState({ askSignIn: { done: resolve, give: reject } })
  }).finally(() => {
    asked = null
    useSaving.setState({ askSignIn: null })
  })
  return asked
}
