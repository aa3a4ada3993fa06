import { spawnSync } from 'node:child_process'

const run = (program: string, ...given: string[]) => spawnSync(program, given, { stdio: 'inherit' }).status

/**
 * Builds the product and the floor as they are served, so that no old build is measured.
 * @throws Error when one of them does not build.
 */
export function build(): void {
  const product = run('npm', 'run', 'build')
  const floor = run('vite', 'build', 'bench/floor', '--logLevel', 'warn')
  if (product !== 0 || floor !== 0) throw new Error('A build failed. Run npm run build and look')
}

/** The first visit against the floor; `npm run check` asserts the same. */
export function bytes(): void {
  console.log('Bytes of a first visit')
  run(process.execPath, 'scripts/bytes.ts')
  console.log('')
}
