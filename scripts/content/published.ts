import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from './report.ts'

/** The hash of each file of every published version, by its path below the content folder. */
type Lock = Record<string, string>

/** Where the lock is kept, below the content folder. */
export const lockFile = 'published.json'

/** The folders that hold versions, each in a folder of its own (`v1`). */
async function versionsIn(root: string): Promise<string[]> {
  const modules = await readdir(join(root, 'modules'))
  const kept = ['framework', 'dossiers', ...modules.map((module) => `modules/${module}`)]
  const versions = await Promise.all(kept.map(async (folder) => (await readdir(join(root, folder))).map((version) => `${folder}/${version}`)))
  return versions.flat().toSorted()
}

/** The hash of every file in one version. How lines end is no part of it, so that it is alike on every machine. */
async function hashesOf(root: string, version: string): Promise<Lock> {
  const entries = await readdir(join(root, version), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const hashed = await Promise.all(
    files.map(async (file) => {
      const text = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n')
      return [file.slice(root.length + 1), createHash('sha256').update(text).digest('base64')] as const
    }),
  )
  return Object.fromEntries(hashed.toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })))
}

async function readLock(root: string): Promise<Lock> {
  const text = await readFile(join(root, lockFile), 'utf8').catch(() => '{}')
  return JSON.parse(text) as Lock
}

const belongsTo = (version: string) => (file: string) => file.startsWith(`${version}/`)

/**
 * Refuses a change to what is published: people are on it, their tries were drawn from it and their certificates name it. Returns the versions that are
 * not published yet, which may still be edited.
 */
export async function checkPublished(root: string, report: Report): Promise<string[]> {
  const lock = await readLock(root)
  const drafts: string[] = []
  for (const version of await versionsIn(root)) {
    const locked = Object.keys(lock).filter(belongsTo(version))
    if (locked.length === 0) {
      drafts.push(version)
      continue
    }
    const now = await hashesOf(root, version)
    const next = version.replace(/\d+$/, (number) => String(Number(number) + 1))
    for (const file of new Set([...locked, ...Object.keys(now)])) {
      if (lock[file] === now[file]) continue
      const what = !now[file] ? 'is gone' : lock[file] ? 'was changed' : 'was added'
      report.add(join(root, file), 1, `This file ${what}, and ${version} is published. Put it back, copy ${version} to ${next} and edit that`)
    }
  }
  for (const file of Object.keys(lock)) {
    const [version = ''] = /^.*\/v\d+(?=\/)/.exec(file) ?? []
    if (!(await readdir(join(root, version)).catch(() => null))) report.add(join(root, file), 1, `${version} is published and its folder is gone`)
  }
  return drafts
}

/** The lock with every version that there is. What was locked before is kept as it was. */
export async function lockAll(root: string): Promise<Lock> {
  const lock = await readLock(root)
  for (const version of await versionsIn(root)) if (!Object.keys(lock).some(belongsTo(version))) Object.assign(lock, await hashesOf(root, version))
  return Object.fromEntries(Object.entries(lock).toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })))
}
