import { expect, test } from 'vitest'
import { evenly } from './even-answers.ts'

test.each(['/api/sign-in-links', '/api/accounts'])(
  'an answer at %s is given only when the pause is over, however quick its work was',
  async (path) => {
    const order: string[] = []
    let over = () => {}
    const pause = () => new Promise<void>((resolve) => (over = resolve))
    const given = evenly('POST', path, async () => new Response(), pause).then(() => order.push('answered'))
    // Everything that needs no time has run when this has.
    await new Promise((resolve) => setImmediate(resolve))
    order.push('the pause is over')
    over()
    await given
    expect(order).toEqual(['the pause is over', 'answered'])
  },
)

test('other answers do not wait', async () => {
  const never = () => new Promise<void>(() => undefined)
  expect((await evenly('GET', '/api/accounts', async () => new Response('now'), never)).status).toBe(200)
})
