import { paths } from '#paths'

/** Where to go after signing in: the page that was asked for, if it is one of ours. */
export const wanted = (search: URLSearchParams): string => {
  const next = search.get('next')
  return next?.startsWith('/') && !next.startsWith('//') ? next : paths.home()
}
