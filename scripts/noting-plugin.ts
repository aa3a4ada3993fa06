import { join, relative, sep } from 'node:path'
import type { Plugin } from 'vite'

/**
 * In the build that draws pages on the server, every piece of code that is fetched when it is needed is noted, so that a drawn page can name the files its
 * browser will want. See src/drawing/pieces.tsx.
 */
export function notingPieces(): Plugin {
  let root = ''
  return {
    name: 'noting-pieces',
    configResolved: (config) => {
      root = config.root
    },
    async transform(code, id) {
      if (!id.startsWith(join(root, 'src')) || id.startsWith(join(root, 'src', 'drawing'))) return null
      let changed = code.replaceAll(/(?<![\w.])lazy\(/g, 'notedLazy(')
      for (const [whole, , source = ''] of code.matchAll(/\bimport\(\s*(["'])([^"']+)\1\s*\)/g)) {
        const found = await this.resolve(source, id)
        if (found) changed = changed.replace(whole, `${whole}.then(noted(${JSON.stringify(relative(root, found.id).split(sep).join('/'))}))`)
      }
      return changed === code ? null : { code: `import { noted, notedLazy } from '/src/drawing/pieces.tsx'\n${changed}`, map: null }
    },
  }
}
