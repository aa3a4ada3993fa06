/** Answers that depend on whether an address is known: known and unknown ones have different work behind them, some milliseconds apart. */
const telling = new Set(['POST /api/sign-in-links', 'POST /api/accounts'])
/** Milliseconds; many times what that work takes. */
const evenAfter = 250

export type Pause = (milliseconds: number) => Promise<void>

const pauseFor: Pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Gives such an answer only when a fixed time has passed since it was asked for, so that its time tells nothing. */
export async function evenly(method: string, pathname: string, answer: () => Promise<Response>, pause: Pause = pauseFor): Promise<Response> {
  if (!telling.has(`${method} ${pathname}`)) return answer()
  const [response] = await Promise.all([answer(), pause(evenAfter)])
  return response
}
