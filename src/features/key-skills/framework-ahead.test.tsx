import { QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, RouterContextProvider, StaticRouterProvider } from 'react-router'
import { expect, test } from 'vitest'
import { own } from '#app/protect.ts'
import { content } from '#content/content.ts'
import { skillsIn } from '#domain/framework.ts'
import { makeQueryClient } from '#lib/query-client.ts'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { frameworkQueries } from './framework.queries.ts'
import { routes as frameworkRoutes } from './framework.routes.tsx'

const shipped = content.frameworks[0]!
/** Version 2 has everything but skill 7.2. */
const second = {
  ...shipped,
  version: 2,
  publishedOn: '2026-11-01',
  domains: shipped.domains.map((domain) => ({ ...domain, skills: domain.skills.filter(({ id }) => id !== '7.2') })),
}

/** A page as a server would draw it before any browser is there, in words; version 2 is in use. */
async function drawn(address: string) {
  const client = makeQueryClient()
  client.setQueryData(frameworkQueries.current.queryKey, second)
  for (const framework of [shipped, second]) client.setQueryData(frameworkQueries.version(framework.version).queryKey, framework)
  client.setQueryData(frameworkQueries.skillVersions('7.2').queryKey, { skill: '7.2', versions: [1] })
  const handler = createStaticHandler(frameworkRoutes.map(own))
  const context = await handler.query(new Request(`https://pool.test${address}`), {
    requestContext: new RouterContextProvider(new Map([[queryClient, client]])),
  })
  if (context instanceof Response) throw new Error(`${address} led elsewhere`)
  if (context.errors) throw Object.values(context.errors)[0]
  const html = renderToString(
    <QueryClientProvider client={client}>
      <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, context)} context={context} hydrate={false} />
    </QueryClientProvider>,
  )
  const words = html
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
  return { html, words }
}

test('the whole framework is drawn without a browser, with every indicator and all evidence in full words', async () => {
  const { words, html } = await drawn(paths.framework())
  expect(words).toContain('All 34 skills')
  for (const { skills } of second.domains)
    for (const { name, why, levels } of skills) {
      expect(words).toContain(name)
      expect(words).toContain(why.split(' [')[0])
      for (const { indicator, evidence } of levels) expect([words.includes(indicator), words.includes(evidence)]).toEqual([true, true])
    }
  expect(html).not.toContain('style="')
})

test('every citation leads to a source on the same page', async () => {
  for (const address of [paths.framework(), paths.skill('5.1')]) {
    const { html } = await drawn(address)
    const cited = [...html.matchAll(/href="[^"#]*#(source-[^"]+)"/g)].map(([, id]) => id)
    expect(cited.length).toBeGreaterThan(2)
    for (const id of cited) expect(html).toContain(`id="${id}"`)
  }
})

test('an older version is marked as such and leads to the one in use, and its skills lead to their words in that version', async () => {
  const { words, html } = await drawn(paths.frameworkVersion(1))
  expect(words).toContain('This is version 1. It is not the version in use now.')
  expect(words).toContain('Read version 2, which is in use now')
  expect(html).not.toContain(`href="${paths.skill('1.1')}"`)
  expect(html).toContain(`href="${paths.versionSkill(1, '7.2')}"`)
  expect((await drawn(paths.frameworkVersion(2))).words).toContain('Version 2 is the version in use now.')
  const skill = await drawn(paths.versionSkill(1, '1.1'))
  expect(skill.words).toContain('This is version 1. It is not the version in use now.')
  expect(skill.html).toContain(`href="${paths.skill('1.1')}"`)
})

test('the address of a skill that the version in use has no more says so, and shows it as it stood in the newest that had it', async () => {
  const { words, html } = await drawn(paths.skill('7.2'))
  expect(words).toContain('This skill is not in version 2, which is in use now, any more.')
  expect(words).toContain('It is shown as it stood in version 1, the newest that had it.')
  const stood = skillsIn(shipped).find(({ id }) => id === '7.2')
  for (const { indicator } of stood?.levels ?? []) expect(words).toContain(indicator)
  expect(html).toContain(`href="${paths.versionSkill(1, '7.1')}"`)
})

test('filters and pairs in the address are there from the first drawing', async () => {
  const { words, html } = await drawn(`${paths.framework()}?role=adviser&search=coaches`)
  expect(words).toMatch(/\d+ of 34 skills/)
  expect(html).toContain('<mark>coaches</mark>')
  expect((await drawn(`${paths.compareRoles()}?roles=chair-adviser`)).words).toContain('2 skills are asked of advisers alone.')
})

test.each([paths.versionSkill(1, '9.9'), paths.versionSkill(2, '7.2'), '/framework/versions/x'])('%s is not there', async (address) => {
  await expect(drawn(address)).rejects.toMatchObject({ status: 404 })
})
