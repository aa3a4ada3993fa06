import purge from '@fullhuman/postcss-purgecss'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { type BuildOptions, defineConfig } from 'vite'
import { compressed } from './scripts/compress-plugin.ts'
import { leanStyles } from './scripts/lean-styles.ts'
import { notingPieces } from './scripts/noting-plugin.ts'
import { worldShape } from './scripts/world-shape.ts'

/**
 * What every page needs comes as one file, which compresses better than several; forms, records and lessons come as one more each.
 */
const chunks = [
  { name: 'every-page', test: /node_modules|src[\\/]main|preload-helper|src[\\/](paths|domain[\\/](session|training|region)\.|app[\\/](?!own-|idle|stay|person-)|lib[\\/](?!form|search-params|typed|save-file|session-key))|src[\\/]ui[\\/](base|page|button|skip-link|service-navigation)|features[\\/](welcome|training)[\\/](?!(lesson|module|check|attempt|diagnostic|newer-version)\.)[^\\/]*(routes|queries|filters)\.tsx?$|(session\.queries|sign-in\.routes|wanted-page)\.tsx?$/ },
  { name: 'form', test: /src[\\/]lib[\\/]form\.ts/ },
  { name: 'signed-in', test: /src[\\/](ui[\\/](actions|task-list|tag|notes|inset-text|details|warning-text|back-link|progress|save-state|error-summary|panel|choices|table|timeline|form-group))|lesson\.scss/ },
  { name: 'training-words', test: /(training|module-place)\.copy\.ts/ },
  { name: 'fields', test: /src[\\/](lib[\\/](typed|search-params)|domain[\\/]words\.ts|ui[\\/](field|select|password|empty|use-said))/ },
  { name: 'more', test: /src[\\/](lib[\\/]save-file|ui[\\/](pagination|filter-layout))/ },
  { name: 'person', test: /src[\\/]features[\\/]panel-pool[\\/](panel-pool\.(copy|queries)|last-roster)/ },
  { name: 'roster-words', test: /src[\\/]features[\\/]panel-pool[\\/](roster|tie-filters)\.copy/ },
  { name: 'roster-filters', test: /src[\\/]features[\\/]panel-pool[\\/](facet-counts|use-counts|roster-filter-panel|roster-filter-bar)/ },
  { name: 'writing', test: /src[\\/]ui[\\/](text-area|file-field|checkbox|dialog|notification)/ },
]

/** Class names that components put together from parts, which a search of the source does not find. */
const madeNames = [
  ...['radios', 'checkboxes'].flatMap((kind) => ['', '__item', '__input', '__label', '__hint'].map((part) => `govuk-${kind}${part}`)),
  ...['grey', 'green', 'teal', 'blue', 'yellow', 'orange', 'red'].map((colour) => `govuk-tag--${colour}`),
  ...['2', '5', '10', '20', '30'].map((width) => `govuk-input--width-${width}`),
  ...['prev', 'next'].flatMap((kind) => [`govuk-pagination__${kind}`, `govuk-pagination__icon--${kind}`]),
  ...['secondary', 'warning'].map((variant) => `govuk-button--${variant}`),
  ...['s', 'm', 'l'].map((size) => `govuk-fieldset__legend--${size}`),
]

/** Hashed names, so that what a browser has it may keep for good. */
const names = { entryFileNames: 'assets/[hash:8].js', chunkFileNames: 'assets/[hash:8].js', assetFileNames: 'assets/[hash:8][extname]' }

/** What is built, by its mode: the pages alone, for the server; what draws them there before they are sent; the pages with the whole API in a worker. */
const builds = {
  real: {
    outDir: 'dist/real',
    manifest: true,
    rolldownOptions: {
      input: ['index.html', 'src/after-paint.ts'],
      output: { ...names, codeSplitting: { includeDependenciesRecursively: false, groups: chunks } },
    },
  },
  drawing: { outDir: 'dist/drawing', ssr: 'src/drawing/draw-page.tsx', copyPublicDir: false },
  mock: { outDir: 'dist/mock', manifest: true, rolldownOptions: { output: names } },
} satisfies Record<string, BuildOptions>

/** Any mode but `real` and `drawing` carries the API with it, so that it needs nothing but a browser. */
export default defineConfig(({ mode, command }) => {
  const what = mode === 'real' || mode === 'drawing' ? mode : 'mock'
  const mock = what === 'mock'
  const drawing = what === 'drawing'
  return {
    plugins: [react(), mock ? msw({ mode: 'worker-only' }) : [], drawing ? notingPieces() : compressed()],
    define: {
      'import.meta.env.VITE_API': JSON.stringify(mock ? 'mock' : 'real'),
      ...(mock ? { __SEED__: JSON.stringify(worldShape()), __BUILD__: JSON.stringify(command === 'serve' ? String(Date.now()) : '') } : {}),
    },
    css: {
      lightningcss: { errorRecovery: true },
      preprocessorOptions: { scss: { quietDeps: true, loadPaths: ['node_modules'] } },
      // The design system styles every variant of a component; only those that some file of ours names are kept.
      postcss: { plugins: command === 'build' && !drawing ? [leanStyles(), purge({ content: ['index.html', 'src/**/*.tsx', 'mocks/*.tsx'], safelist: { standard: madeNames, deep: [/aria-/, /data-/] } })] : [leanStyles()] },
    },
    build: { ...builds[what], emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false }, reportCompressedSize: false },
    // What draws is one program: nothing of it is looked up when the server starts.
    ssr: { noExternal: true },
    worker: { format: 'es' },
    optimizeDeps: { entries: ['index.html', 'mocks/api.shared-worker.ts'], exclude: ['@sqlite.org/sqlite-wasm'] },
    server: { port: 5173, proxy: mock ? {} : Object.fromEntries(['/api', '/.well-known'].map((at) => [at, process.env['API_ADDRESS'] ?? 'http://localhost:4000'])) },
    preview: { port: 4173 },
  }
})
