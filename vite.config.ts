import purge from '@fullhuman/postcss-purgecss'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vite'
import { compressed } from './scripts/compress-plugin.ts'
import { leanStyles } from './scripts/lean-styles.ts'
import { notingPieces } from './scripts/noting-plugin.ts'
import { worldShape } from './scripts/world-shape.ts'

/**
 * What every page needs comes as one file, which compresses better than several; forms, records and lessons come as one more each.
 */
const chunks = [
  { name: 'every-page', test: /node_modules|preload-helper|src[\\/](paths|domain[\\/](session|training|region)\.|app[\\/](?!own-|idle|stay|person-)|lib[\\/](?!form|search-params|typed|save-file|session-key))|src[\\/]ui[\\/](base|page|button|skip-link|service-navigation)|features[\\/](welcome|training)[\\/](?!(lesson|module|check|attempt|diagnostic|newer-version)\.)[^\\/]*(routes|queries|filters)\.tsx?$|(session\.queries|sign-in\.routes|wanted-page)\.tsx?$/ },
  { name: 'form', test: /src[\\/]lib[\\/]form\.ts/ },
  { name: 'signed-in', test: /src[\\/](ui[\\/](actions|task-list|tag|notes|inset-text|details|warning-text|back-link|progress|save-state|error-summary|panel|choices|table|timeline|form-group))|lesson\.scss/ },
  { name: 'training-words', test: /training\.copy\.ts/ },
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

/**
 * `--mode real` builds the pages alone, for the server, and with `--ssr` what draws them there. Every other mode carries the whole API in a worker, so
 * that it needs nothing but a browser.
 */
export default defineConfig(({ mode, command, isSsrBuild }) => {
  const mock = mode !== 'real'
  const drawing = isSsrBuild === true
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
    build: {
      outDir: drawing ? 'dist/drawing' : mock ? 'dist/mock' : 'dist/real',
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      manifest: !drawing,
      copyPublicDir: !drawing,
      rolldownOptions: drawing ? {} : { ...(mock ? {} : { input: ['index.html', 'src/after-paint.ts'] }), output: { entryFileNames: 'assets/[hash:8].js', chunkFileNames: 'assets/[hash:8].js', assetFileNames: 'assets/[hash:8][extname]', ...(mock ? {} : { codeSplitting: { includeDependenciesRecursively: false, groups: chunks } }) } },
    },
    ssr: { noExternal: true },
    worker: { format: 'es' },
    optimizeDeps: { entries: ['index.html', 'mocks/api.shared-worker.ts'], exclude: ['@sqlite.org/sqlite-wasm'] },
    server: { port: 5173, proxy: mock ? {} : Object.fromEntries(['/api', '/.well-known'].map((at) => [at, process.env['API_ADDRESS'] ?? 'http://localhost:4000'])) },
    preview: { port: 4173 },
  }
})
