import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compileContent } from './content/compile.ts'
import { lockAll, lockFile } from './content/published.ts'

/**
 * Checks and compiles src/content. With --check nothing is written, and a difference to what is committed is a fault, as is a version that is not published:
 * it would be offered to people and then change under them. With --publish every version that is not published yet becomes so, and can never change again.
 */
const root = 'src/content'
const check = process.argv.includes('--check')
const { faults, files, drafts } = await compileContent(root)
if (faults !== '') {
  console.error(faults.replaceAll(/^/gm, `${root}/`))
  process.exit(1)
}
if (process.argv.includes('--publish')) await writeFile(join(root, lockFile), `${JSON.stringify(await lockAll(root), null, 2)}\n`)
else if (check && drafts.length > 0) {
  console.error(`Not published: ${drafts.join(', ')}. When the words are final, run npm run content -- --publish and commit ${lockFile}`)
  process.exit(1)
}
await mkdir(join(root, 'compiled'), { recursive: true })
const stale: string[] = []
for (const [file, text] of Object.entries(files)) {
  if (check && (await readFile(join(root, file), 'utf8').catch(() => '')) !== text) stale.push(file)
  if (!check) await writeFile(join(root, file), text)
}
if (stale.length > 0) {
  console.error(`${stale.join(', ')} do not say what the content says. Run npm run content and commit the result`)
  process.exit(1)
}
