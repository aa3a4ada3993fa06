import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

/** One PostgreSQL for the whole run; every test file makes a database of its own in it. */
export default async function setup({ provide }: TestProject) {
  const server = await startPostgres()
  provide('postgres', server.address)
  return server.stop
}
