import { paths } from '#paths'

let search = ''

/** The roster as it was seen last in this tab, with its filters: where the way back from a person leads. */
export const lastRoster = (): string => paths.roster() + search
export const rememberRoster = (seen: string): void => {
  search = seen
}
