import type pg from 'pg'
import type { Visit } from './roster-mix.ts'

/**
 * The same list as an application would have it that gave it no thought: a table with an index for each column, `ilike`, `count(*)` and `offset`. Its answer
 * is put into words of JSON, but it knows no sessions, permissions, checks of input or headers: all of those the product's endpoint does on top.
 */
export async function makePlainList(pool: pg.Pool): Promise<void> {
  await pool.query(`
    create table plain_person as
    select id, name, region, roles, standing, training, joined_on from person where standing is not null order by id`)
  await pool.query('alter table plain_person add primary key (id)')
  for (const column of ['name', 'region', 'standing', 'training', 'joined_on'])
    await pool.query(`create index plain_person_${column} on plain_person (${column})`)
  await pool.query('vacuum (analyze) plain_person')
}

const pageSize = 25
const orders = { name: 'name, id', '-name': 'name desc, id desc', joined: 'joined_on, id', '-joined': 'joined_on desc, id desc' } as const

export async function readPlainList(pool: pg.Pool, { filters, pagesIn }: Visit): Promise<string> {
  const values: unknown[] = []
  const holds = (value: unknown) => `$${values.push(value)}`
  const conditions = (['region', 'standing', 'training'] as const).flatMap((column) =>
    filters[column] ? [`${column} = ${holds(filters[column])}`] : [],
  )
  if (filters.role) conditions.push(`id in (select person_id from person_role where role = ${holds(filters.role)})`)
  for (const word of filters.name?.split(' ') ?? []) conditions.push(`name ilike ${holds(`%${word}%`)}`)
  const from = `from plain_person${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`
  const counted = await pool.query<{ total: number }>(`select count(*)::integer as total ${from}`, values)
  const page = await pool.query(`select * ${from} order by ${orders[filters.sort ?? 'name']} limit ${pageSize} offset ${pageSize * pagesIn}`, values)
  return JSON.stringify({ people: page.rows, total: counted.rows[0]?.total })
}
