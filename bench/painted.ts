/** What became of one burst, in milliseconds: `total` from the last key to the frame, `endpoint` the part of it in which the page waited for the server. */
export interface Typed {
  total: number
  endpoint: number
  /** From the last key to the request, and from the answer to the frame. */
  asked: number
  drawn: number
  longestTask: number
}

declare global {
  interface Window {
    painted: Promise<Typed>
  }
}

/** Runs in the page. Begins to watch; `window.painted` is there once the table shows exactly these names and a frame with them was drawn. */
export function watchTyping({ word, names }: { word: string; names: readonly string[] }): void {
  performance.clearResourceTimings()
  let lastKey = 0
  let longestTask = 0
  const noteKey = (event: Event) => (lastKey = event.timeStamp)
  document.addEventListener('keydown', noteKey, true)
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
  })
  tasks.observe({ type: 'longtask' })
  const searched = (address: string) => new URL(address).searchParams.get('name') === word
  const answer = () => {
    const calls = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    return calls.findLast(({ name }) => new URL(name).pathname === '/api/people' && searched(name))
  }
  const isRight = () => {
    const shown = [...document.querySelectorAll('tbody th')].map((header) => header.textContent)
    return searched(location.href) && shown.length === names.length && shown.every((name, index) => name === names[index])
  }

  window.painted = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`The people called "${word}" were not shown within ten seconds, at ${location.href}`)), 10_000)
    const finish = () => {
      const now = performance.now()
      const call = answer()
      if (!call) return reject(new Error(`The people called "${word}" were shown without asking for them`))
      document.removeEventListener('keydown', noteKey, true)
      tasks.disconnect()
      const { requestStart, responseEnd } = call
      resolve({ total: now - lastKey, endpoint: responseEnd - requestStart, asked: requestStart - lastKey, drawn: now - responseEnd, longestTask })
    }
    // A task that is queued within a frame runs once that frame was drawn.
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', finish)
    port1.start()
    const lookEachFrame = () => {
      if (isRight()) port2.postMessage(null)
      else requestAnimationFrame(lookEachFrame)
    }
    requestAnimationFrame(lookEachFrame)
  })
}
