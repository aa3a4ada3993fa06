import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Schema } from 'hono'
import type { Dossier } from '#domain/dossier.ts'
import type { Framework } from '#domain/framework.ts'
import type { CompiledModule, Source } from '#domain/module.ts'
import type { Regime } from '#domain/regime.ts'
import type { TrainingPath } from '#domain/training-path.ts'
import type { HeldRole, SessionStep } from '#domain/account.ts'
import type { Db } from './repository/database.ts'

/** What the API needs from wherever it runs. Nothing in here is a cookie, a file or a clock of its own. */
export interface ApiDeps {
  db: Db
  clock: Clock
  content: Content
  passphrases: PassphraseHash
  site: Site
  files: FileStore
  /** Whether a file carries something harmful. Rejects when it cannot be told: the file is then looked at again later. */
  scan: (bytes: Uint8Array, mediaType: string) => Promise<'clean' | 'infected'>
  /** Parses every reply against its route's schema; for development and tests. */
  checkReplies: boolean
  /** Called with what went wrong inside; what people see says nothing of it. */
  report: (error: unknown) => void
}

export interface Clock {
  now(): Date
}

export interface Content {
  modules: readonly CompiledModule[]
  /** Which modules there are to take, in which order and for whom; the first is the common core. */
  paths: readonly TrainingPath[]
  regimes: readonly Regime[]
  sources: readonly Source[]
  /** The published versions of the key-skills framework that ship with the product. */
  frameworks: readonly Framework[]
  /** Every published version of the anchor dossiers that assessors rate before live work. */
  dossiers: readonly Dossier[]
}

export interface PassphraseHash {
  hash(passphrase: string): Promise<string>
  verify(passphrase: string, stored: string): Promise<boolean>
}

/** Where the bytes of files are kept: outside the web root and outside the database. Names are ids alone. */
export interface FileStore {
  put(id: string, bytes: Uint8Array): Promise<void>
  get(id: string): Promise<Uint8Array | null>
  /** Removes a file for good; one that is not there is no fault. */
  remove(id: string): Promise<void>
}

export interface Site {
  /** Where people reach the product, without a closing slash; e-mailed links start with it. */
  origin: string
  /** No mail server is set: mails are kept for an administrator to read. */
  keepsMail: boolean
  /** A demonstration: the one-time code is shown on the page, marked as such. */
  demo: boolean
}

/** Who is asking. `step` is 'signed-in' only when everything asked at sign-in was given. */
export interface Actor {
  sessionId: string
  accountId: string
  personId: string
  name: string
  roles: readonly HeldRole[]
  step: SessionStep
}

/** What the edge (a cookie in the server, a tab in the mock) knows of a request, and what it is told to do about sessions. */
export interface Edge {
  actor: Actor | null
  /** The network address asking, for counting guesses. */
  address: string
  keepSession(token: string): void
  dropSession(): void
}

export type Env = { Bindings: Edge; Variables: { deps: ApiDeps; actor: Actor | null } }

export type App = OpenAPIHono<Env, Schema, string>
