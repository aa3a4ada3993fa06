import { paths } from '#paths'

/**
 * The pages that the server draws: those that anyone reads, and those that people open first. Before a page comes here, make sure that drawing it reads
 * nothing but its address and what the API answers (no window, no storage, no clock), writes to nothing that outlives it, and that no part of it
 * differs between a server and a browser.
 */
const drawn: ReadonlySet<string | undefined> = new Set(
  [
    paths.start,
    paths.worried,
    paths.accessibility,
    paths.privacy,
    paths.framework,
    paths.skill,
    paths.compareRoles,
    paths.frameworkVersion,
    paths.versionSkill,
    paths.home,
    paths.training,
    paths.module,
    paths.lesson,
    paths.check,
    paths.attempt,
    paths.certificates,
    paths.certificate,
    paths.today,
    paths.roster,
    paths.person,
  ].map(({ pattern }) => pattern),
)

export const isDrawn = (pattern: string | undefined): boolean => drawn.has(pattern)
