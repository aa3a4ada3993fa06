import { type LoaderFunction, redirect, type RouteObject } from 'react-router'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'

/** Nobody is signed in, or not all the way: to the sign-in page, and back here afterwards. Any other refusal is for the error page. */
const signedIn =
  (loader: LoaderFunction): LoaderFunction =>
  async (args, handler) => {
    try {
      return await (loader as (...given: unknown[]) => unknown)(args, handler)
    } catch (error) {
      const { pathname, search } = new URL(args.request.url)
      const status = error instanceof ApiError && error.status
      // A record that is not there may have been put together with another one: then its address leads on.
      if (status === 404 && pathname.startsWith('/people/')) return (await import('#features/panel-pool/merge/merge.queries.ts')).movedOn(args, error)
      if (status !== 401) throw error
      throw redirect(`${paths.signIn()}?next=${encodeURIComponent(pathname + search)}`)
    }
  }

/** Routes that only somebody who is signed in can use. */
export const protect = (routes: RouteObject[]): RouteObject[] =>
  routes.map((route) => ({ ...route, loader: signedIn(typeof route.loader === 'function' ? route.loader : () => null) }))

/** A router empties the `lazy` of the routes it is given once they are loaded, so each gets copies. */
export function own(route: RouteObject): RouteObject {
  const lazy = typeof route.lazy === 'object' ? { lazy: { ...route.lazy } } : {}
  return route.children ? { ...route, children: route.children.map(own) } : { ...route, ...lazy }
}
