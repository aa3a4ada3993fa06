import type { Context } from 'hono'
import { asAttachment } from '#domain/file-name.ts'
import type { Env } from './deps.ts'
import { notFound } from './problem.ts'
import { evidenceVersion } from './repository/evidence.ts'

/**
 * The file of one version, to be saved and never shown in place. The caller has made sure that the asker may read it.
 * @throws Problem 404 when there is none, or when it is in quarantine.
 */
export async function storedFile(c: Context<Env>, evidenceId: string, number: number): Promise<Response> {
  const { db, files } = c.var.deps
  const version = await evidenceVersion(db, evidenceId, number)
  const bytes = version?.storedAs ? await files.get(version.storedAs) : null
  if (!version?.file || !bytes) throw notFound()
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': version.file.mediaType,
    'Content-Disposition': asAttachment(version.file.name),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
  })
}
