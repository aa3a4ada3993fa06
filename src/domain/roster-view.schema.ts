import { z } from '@hono/zod-openapi'
import { ReadWarning } from './names-warning.schema.ts'
import { Id, Moment } from './person.schema.ts'

/** The filters and the sort of the roster as they stand in its address: '' for the roster as it opens, else '?role=chair&sort=-name'. */
const Search = z
  .string()
  .max(2500, 'These are too many filters to keep')
  .regex(
    /^(\?[a-zA-Z]{2,20}=[^&\s#]{1,2100}(&[a-zA-Z]{2,20}=[^&\s#]{1,2100}){0,30})?$/,
    'Give the filters as they stand in the address of the roster',
  )
  .refine(
    (search) => !['after', 'before'].some((place) => new URLSearchParams(search).has(place)),
    'A page of the list is not kept, only its filters',
  )
  .openapi({ example: '?role=chair&region=north-east' })

const ViewName = z
  .string()
  .trim()
  .min(2, 'Give it a name of 2 characters or more')
  .max(60, 'Use 60 characters or fewer')
  .regex(/^\P{Cc}*$/u, 'Use letters, numbers and spaces')

export const RosterViewGiven = z
  .strictObject({ name: ViewName, search: Search, shared: z.boolean(), readWarning: ReadWarning })
  .openapi('RosterViewGiven')

/** A view of the roster: the asker's own, or one that somebody shares with every coordinator. `owner` is null for one's own. */
export const RosterView = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    name: z.string(),
    search: z.string(),
    shared: z.boolean(),
    owner: z.string().nullable(),
    updatedAt: Moment,
  })
  .openapi('RosterView')

export const RosterViews = z.strictObject({ views: z.array(RosterView) }).openapi('RosterViews')
