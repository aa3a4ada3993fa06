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

/** What was published, read once: every version by its number, those that are retired, and the newest that is not. */
export interface PublishedFrameworks {
  byVersion: Map<number, Framework>
  retired: ReadonlySet<number>
  inUse: Framework
}

/** @throws Problem 404 when every version is retired. */
export async function publishedFrameworks(db: Db, content: Content): Promise<PublishedFrameworks> {
  const versions = await publishedVersions(db, content)
  const current = versions.findLast(({ retired }) => !retired)
  if (!current) throw notFound()
  return {
    byVersion: new Map(versions.map(({ framework }) => [framework.version, framework])),
    retired: new Set(versions.filter(({ retired }) => retired).map(({ framework }) => framework.version)),
    inUse: current.framework,
  }
}

/** The framework that a rating made today is made against: the newest that is not retired. @throws Problem 404 when every one is retired. */
export async function currentFramework(db: Db, content: Content): Promise<Framework> {
  return (await publishedFrameworks(db, content)).inUse
}

/** Every version that was published, by its number. */
export const frameworksByVersion = async (db: Db, content: Content): Promise<Map<number, Framework>> =>
  new Map((await publishedVersions(db, content)).map(({ framework }) => [framework.version, framework]))

/** One of the versions that were published. @throws Problem 404 when it is not among them. */
export function versionIn(versions: ReadonlyMap<number, Framework>, version: number): Framework {
  const found = versions.get(version)
  if (!found) throw notFound()
  return found
}

/** A version that was published, retired or not. @throws Problem 404 when there is none. */
export async function frameworkAt(db: Db, content: Content, version: number): Promise<Framework> {
  return versionIn(await frameworksByVersion(db, content), version)
}
