import type { Framework } from '#domain/framework.ts'
import type { Content } from '../deps.ts'
import { notFound } from '../problem.ts'
import type { Db } from './database.ts'

/** Those that ship and those that were published here since, oldest first; retired ones too, since ratings keep their words. */
async function publishedVersions(db: Db, content: Content): Promise<{ framework: Framework; retired: boolean }[]> {
  const rows = await db
    .selectFrom('framework_version')
    .select(['number', 'state', 'document'])
    .where('state', 'in', ['published', 'retired'])
    .orderBy('number')
    .execute()
  const here = new Map(
    rows.map(({ number, state, document }) => [number, { framework: JSON.parse(document) as Framework, retired: state === 'retired' }]),
  )
  const shipped = content.frameworks.filter(({ version }) => !here.has(version)).map((framework) => ({ framework, retired: false }))
  return [...shipped, ...here.values()].toSorted((a, b) => a.framework.version - b.framework.version)
}

/** The framework that a rating made today is made against: the newest that is not retired. @throws Problem 404 when every one is retired. */
export async function currentFramework(db: Db, content: Content): Promise<Framework> {
  const current = (await publishedVersions(db, content)).findLast(({ retired }) => !retired)
  if (!current) throw notFound()
  return current.framework
}

/** Every version that was published, by its number. */
export const frameworksByVersion = async (db: Db, content: Content): Promise<Map<number, Framework>> =>
  new Map((await publishedVersions(db, content)).map(({ framework }) => [framework.version, framework]))

export async function isRetired(db: Db, content: Content, version: number): Promise<boolean> {
  return (await publishedVersions(db, content)).some(({ framework, retired }) => retired && framework.version === version)
}

/** A version that was published, retired or not. @throws Problem 404 when there is none. */
export async function frameworkAt(db: Db, content: Content, version: number): Promise<Framework> {
  const found = (await publishedVersions(db, content)).find(({ framework }) => framework.version === version)
  if (!found) throw notFound()
  return found.framework
}
