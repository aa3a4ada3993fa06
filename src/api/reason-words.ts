import { type Framework, skillsIn } from '#domain/framework.ts'
import type { Reason } from '#domain/readiness.ts'
import type { Content } from './deps.ts'

/** A reason with the names of the modules and skills that it is about. */
export function reasonInWords(reason: Reason, { modules }: Content, framework: Framework): Reason {
  if (reason.rule !== 'training' && reason.rule !== 'skills') return reason
  const names = new Map([
    ...modules.map(({ module }) => [module.id, module.title] as const),
    ...skillsIn(framework).map(({ id, name }) => [id, `${id} ${name}`] as const),
  ])
  return { ...reason, items: reason.items.map((item) => ({ ...item, title: names.get(item.id) ?? item.id })) }
}
