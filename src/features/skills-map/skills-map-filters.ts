import { oneOf, searchCodec } from '#lib/search-params.ts'

export const mapRoles = ['chair', 'author', 'adviser'] as const
export const mapStandings = ['active', 'everyone'] as const

/** What the map keeps in its address. */
export const mapFilters = searchCodec({ role: oneOf(mapRoles), standing: oneOf(mapStandings) })

export type MapFilters = Required<ReturnType<typeof mapFilters.read>>

/** The chair and active people, unless the address says otherwise. */
export const askedOf = ({ role = 'chair', standing = 'active' }: ReturnType<typeof mapFilters.read>): MapFilters => ({ role, standing })
