import m1v1 from './compiled/m1.v1.json' with { type: 'json' }
import regimes from './compiled/regimes.json' with { type: 'json' }
import sources from './compiled/sources.json' with { type: 'json' }

/** The content as it was compiled and checked by `npm run content`. Every published version stays here. */
export const content = { modules: [m1v1], regimes, sources }
