import fc from 'fast-check'
import type { Framework } from '#domain/framework.ts'

const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('=1+1', "'quoted'", 'a "b", c', 'one\ntwo\r\nthree', '', ' '))
const anId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,7}$/)
const aDay = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const level = fc.integer({ min: 1, max: 4 })
const weight = fc.constantFrom('core' as const, 'useful' as const)
const poolRoles = ['chair', 'author', 'adviser'] as const

/** Any framework without inconsistencies, finished or not: texts that files trip over, lists in any order, skills without levels, domains without skills. */
export const anyFramework: fc.Arbitrary<Framework> = fc
  .record({
    levels: fc.shuffledSubarray([1, 2, 3, 4]),
    roles: fc.shuffledSubarray([...poolRoles]),
    domains: fc.uniqueArray(anId, { maxLength: 4 }),
    skills: fc.uniqueArray(fc.stringMatching(/^[1-9]\.[1-9]\d?$/), { maxLength: 8 }),
    sources: fc.uniqueArray(anId, { maxLength: 4 }),
  })
  .chain(({ levels, roles, domains, skills, sources }) => {
    const skill = (id: string) =>
      fc.record({
        id: fc.constant(id),
        name: words,
        summary: words,
        why: words,
        sources: fc.shuffledSubarray(sources),
        roles: fc
          .shuffledSubarray(roles)
          .chain((held) => fc.tuple(...held.map((role) => fc.record({ role: fc.constant(role), weight, why: words })))),
        levels: fc
          .shuffledSubarray(levels)
          .chain((held) => fc.tuple(...held.map((one) => fc.record({ level: fc.constant(one), indicator: words, evidence: words })))),
      })
    return fc.record({
      id: anId,
      version: fc.integer({ min: 1 }),
      title: words,
      edition: words,
      publishedOn: fc.option(aDay),
      summary: words,
      levels: fc.tuple(...levels.map((one) => fc.record({ level: fc.constant(one), name: words, meaning: words, evidence: words }))),
      bars: fc.tuple(
        ...roles.map((role) =>
          fc.record({
            role: fc.constant(role),
            name: words,
            why: words,
            core: fc.record({ domains: fc.shuffledSubarray(domains), level }),
            elsewhere: level,
          }),
        ),
      ),
      domains: fc.tuple(
        ...domains.map((id, index) =>
          fc.record({
            id: fc.constant(id),
            name: words,
            summary: words,
            skills: fc.tuple(...skills.filter((_, place) => place % domains.length === index).map(skill)),
          }),
        ),
      ),
      sources: fc.tuple(
        ...sources.map((id) => fc.record({ id: fc.constant(id), title: words, address: fc.option(fc.webUrl({ withQueryParameters: true })) })),
      ),
    })
  })
