import { join, relative, sep } from 'node:path'
import type { Plugin } from 'vite'

/** In the build that draws pages on the server, every piece of code that is fetched when it is needed is noted, so that a drawn page can name the files its browser will want. */
export function notingPieces(): Plugin {
  let root = ''
  return {
    name: 'noting-pieces',
    apply: (_, { isSsrBuild }) => isSsrBuild === true,
    configResolved: (config) => {
      root = config.root
    },
    async transform(code, id) {
      if (!id.startsWith(join(root, 'src'))) return null
      let changed = code
      for (const [whole, , source = ''] of code.matchAll(/\bimport\(\s*(["'])([^"']+)\1\s*\)/g)) {
        const found = await this.resolve(source, id)
        if (found) changed = changed.replace(whole, `${whole}.then(noted(${JSON.stringify(relative(root, found.id).split(sep).join('/'))}))`)
      }
      return changed === code ? null : { code: `import { noted } from '/src/drawing/pieces.ts'\n${changed}`, map: null }
    },
  }
}
