import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { filesIn } from '#server/files-in.ts'

/** Writes a .br and a .gz beside every text file of a build, so that the server sends them as they are. */
export function compressed(): Plugin {
  let folder = ''
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      order: 'post',
      handler(error?: Error) {
        // A build that failed wrote nothing, and its own error is the one to read.
        if (error) return
        for (const file of filesIn(folder).filter((name) => /\.(js|css|html|svg|json|txt|wasm|webmanifest)$/.test(name))) {
          const bytes = readFileSync(file)
          writeFileSync(
            `${file}.br`,
            brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
          )
          writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
        }
      },
    },
  }
}
