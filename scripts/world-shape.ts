import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A short name for the shape that worlds are made with. The mock keeps its database from visit to visit under it: a change to the migrations, the worlds or
 * the content starts it anew.
 */
export function worldShape(): string {
  const hash = createHash('sha256')
  for (const folder of ['src/api/migrations', 'mocks/worlds', 'src/content/compiled'])
    for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}
