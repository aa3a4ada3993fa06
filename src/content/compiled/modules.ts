import m1v1 from './m1.v1.json' with { type: 'json' }
import m2v1 from './m2.v1.json' with { type: 'json' }
import m3v1 from './m3.v1.json' with { type: 'json' }
import m4v1 from './m4.v1.json' with { type: 'json' }
import m5v1 from './m5.v1.json' with { type: 'json' }
import m6v1 from './m6.v1.json' with { type: 'json' }
import m6v2 from './m6.v2.json' with { type: 'json' }

export const modules: unknown[] = [m1v1, m2v1, m3v1, m4v1, m5v1, m6v1, m6v2]
