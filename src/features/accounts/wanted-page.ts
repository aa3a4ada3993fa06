import { paths } from '#paths'

/**
 * Where to go after signing in: the page that was asked for, if it is one of ours. Browsers read a backslash as a slash and leave out tabs and line
 * breaks, so that other sites can be written as if they were here; our addresses hold none of these.
 */
export const wanted = (search: URLSearchParams): string => {
  const next = search.get('next') ?? ''
  return /^\/(?!\/)[^\s\\]*$/.test(next) ? next : paths.home()
}
