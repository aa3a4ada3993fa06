/** The page of a result is no part of a first visit to a check, so it is asked for as somebody hands in. */
export const loadResult = () => import('./attempt-result.tsx')
