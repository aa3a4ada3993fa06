import type { QueryClient } from '@tanstack/react-query'

/** What a page of a record asks for. A record that is not there may have been put together with another one: then its address leads on. */
export const orMovedOn = (client: QueryClient, id: string, asked: Promise<unknown>): Promise<unknown> =>
  asked.catch(async (error: unknown) => (await import('./moved-on.ts')).movedOn(client, id, error))
