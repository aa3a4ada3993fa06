import { AsyncLocalStorage } from 'node:async_hooks'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, RouterContextProvider, type RouteObject, StaticRouterProvider } from 'react-router'
import { type Answers, drawnAnswers } from '#app/drawn.ts'
import { pagesId, routesOfPart } from '#app/later-routes.ts'
import { own } from '#app/protect.ts'
import { routes } from '#app/routes.tsx'
import { askThrough } from '#lib/api-client.ts'
import { ApiError } from '#lib/api-error.ts'
import { makeQueryClient } from '#lib/query-client.ts'
import { queryClient } from '#lib/router-context.ts'
import { isDrawn } from './drawn-routes.ts'
import { notingPieces } from './pieces.tsx'

/** How the API answers whoever asked for the page. */
export type AskApi = (path: string, init: RequestInit) => Promise<Response>

export interface DrawnPage {
  /** Both as HTML: what stands between the tags of the title, and what takes the place of the empty #app. */
  title: string
  app: string
  /** The code that the page needs beyond what every page needs, by the paths of its sources. */
  pieces: string[]
}

const asker = new AsyncLocalStorage<AskApi>()
askThrough((path, init) => {
  const ask = asker.getStore()
  if (!ask) throw new Error(`A page asked for ${path} while nobody's page was drawn`)
  return ask(path, init)
})

/**
 * The page at an address, as the browser of whoever asks would draw it. Null where only the browser knows what comes: a page that leads on to another, a
 * refusal, or one that is not among the drawn routes.
 * @throws what drawing threw.
 */
export async function drawPage(address: string, ask: AskApi): Promise<DrawnPage | null> {
  const { result, pieces } = await asker.run(ask, () => notingPieces(() => draw(address)))
  return result && { ...result, pieces }
}

async function draw(address: string): Promise<Omit<DrawnPage, 'pieces'> | null> {
  const client = makeQueryClient()
  const handler = createStaticHandler(await routesAt(new URL(address).pathname))
  const page = await handler.query(new Request(address), { requestContext: new RouterContextProvider(new Map([[queryClient, client]])) })
  if (page instanceof Response || page.errors !== null || !isDrawn(page.matches.at(-1)?.route.path)) return null
  const cache = client.getQueryCache()
  // What was asked for on the way is waited for too. What comes later, while the page is drawn, its browser asks for itself, so that both draw from the same.
  await Promise.allSettled(cache.getAll().map(async ({ promise }) => promise))
  const answers: Answers = cache.getAll().flatMap(({ queryKey, state }) => (state.status === 'success' ? [[queryKey, state.data]] : []))
  const drawn = await inOnePiece(
    <QueryClientProvider client={client}>
      <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, page)} context={page} hydrate={false} />
    </QueryClientProvider>,
  ).catch(nullIfRefused)
  if (drawn === null) return null
  // React puts the title before the page, for want of a head.
  const [tag = '', title = ''] = /<title>(.*?)<\/title>/s.exec(drawn) ?? []
  return { title, app: `<div id="app" inert>${drawn.replace(tag, '')}</div>${asData(answers)}` }
}

/** What the API refuses to a part of a page, its browser says. */
function nullIfRefused(error: unknown): null {
  if (error instanceof ApiError) return null
  throw error
}

/** Every route that an address could be of, those of its part among them. */
async function routesAt(path: string): Promise<RouteObject[]> {
  const ofPart = await routesOfPart(path)
  const whole = (route: RouteObject): RouteObject =>
    route.children ? { ...route, children: [...(route.id === pagesId ? ofPart : []), ...route.children.map(whole)] } : route
  return routes.map(own).map(whole)
}

/** As text that needs no script to be put together, since the policy of a page refuses scripts within it. */
async function inOnePiece(element: ReactNode): Promise<string> {
  const failed: unknown[] = []
  const stream = await renderToReadableStream(element, { progressiveChunkSize: Infinity, onError: (error) => void failed.push(error) })
  await stream.allReady
  const text = await new Response(stream).text()
  if (failed.length > 0) throw failed[0]
  return text
}

/** What people wrote is data here: nothing in it ends the element it stands in. */
const asData = (answers: Answers) =>
  `<script type="application/json" id="${drawnAnswers}">${JSON.stringify(answers).replaceAll('<', String.raw`\u003c`)}</script>`
