import type { Organisation } from '#domain/organisation.ts'

/** An organisation of the register: of the North East, serving nothing, where nothing else is said. */
export const aBody = (id: string, changed: Partial<Organisation>): Organisation => ({
  id,
  name: id,
  otherNames: [],
  kind: 'other',
  region: 'north-east',
  area: null,
  code: null,
  areas: [],
  successors: [],
  ...changed,
})
