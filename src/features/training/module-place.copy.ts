import type { PoolRole } from '#domain/person.ts'
import type { ModuleView } from '#domain/training.ts'

/** For whom a module is and where it stands on their path, as the catalogue and its own page say it. */
export const placeOnPath = ({ title, position, of }: NonNullable<ModuleView['path']>): string => `${title}, module ${position} of ${of}.`

const many: Record<PoolRole, string> = { chair: 'panel chairs', author: 'overview report authors', adviser: 'specialist safeguarding advisers' }

/** 'For panel chairs and overview report authors.' */
export function forWhom(roles: readonly string[]): string {
  const words = (Object.keys(many) as PoolRole[]).filter((role) => roles.includes(role)).map((role) => many[role])
  return `For ${words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`}.`
}
