import { serve } from '@hono/node-server'
import { staticFiles } from '#server/static-files.ts'

/** Serves the floor app as the product's pages are served, and the one address that it asks. */
const pages = staticFiles('dist/floor')
serve({
  port: Number(process.env['PORT']),
  fetch: async (request) =>
    new URL(request.url).pathname === '/api/health'
      ? Response.json({ status: 'ok' })
      : ((await pages(request)) ?? new Response(null, { status: 404 })),
})
