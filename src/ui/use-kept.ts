import { useEffect, useRef, useState } from 'react'
import { ApiError } from '#lib/api-error.ts'
import type { Saving } from './save-state.tsx'

/** How long after the last key what is typed is saved. */
const pause = 800

interface Kept {
  version: number
}

/** What is said in one place, and how far it is saved. */
interface Held<Given> {
  given: Given
  /** What of it was saved last. */
  saved: Given | null
  version: number
  /** One save after the other; true when the last one went well. */
  queue: Promise<boolean>
}

/** What is still on its way, by its name: whoever comes back to the field before it has arrived goes on with it. */
const onItsWay = new Map<string, Held<unknown>>()

interface How<Given, Saved extends Kept, Current extends Kept> {
  /** Names what is kept, where somebody can leave and come back while the network is away. */
  name?: string
  /** What there is when it opens; version 0 is nothing yet. */
  opened: { given: Given; version: number }
  /** Saves, if nobody did so since `version`. @throws ApiError 412 whose `current` is what somebody else saved. */
  send: (version: number, given: Given) => Promise<Saved>
  onKept?: (saved: Saved, given: Given) => void
  /** Reads what somebody else saved out of a refusal. */
  currentIn: (current: unknown) => Current
  /** What is said when another tab saved meanwhile. */
  changedElsewhere: string
}

/**
 * Keeps what somebody says as they say it: a choice at once, words shortly after the last key, one save after the other so that each carries the newest
 * version. What waits for its turn is saved once, as it is by then. What another tab saved meanwhile is never overwritten unseen: it is given as `elsewhere`, to choose from.
 */
export function useKept<Given, Saved extends Kept, Current extends Kept>({
  name,
  opened,
  send: sendIt,
  onKept,
  currentIn,
  changedElsewhere,
}: How<Given, Saved, Current>) {
  const [left] = useState(() => (name === undefined ? undefined : (onItsWay.get(name) as Held<Given> | undefined)))
  const [start] = useState(left?.given ?? opened.given)
  const held = useRef<Held<Given>>(left ?? { ...opened, saved: null, queue: Promise.resolve(true) })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [saving, setSaving] = useState<Saving>({ state: left ? 'saving' : 'idle' })
  const [error, setError] = useState<{ pointer: string; detail: string }[]>([])
  const [elsewhere, setElsewhere] = useState<Current | null>(null)

  function send(): Promise<boolean> {
    clearTimeout(timer.current)
    timer.current = undefined
    setSaving({ state: 'saving' })
    const at = held.current
    if (name !== undefined) onItsWay.set(name, at)
    const sending = at.queue.then(async (before) => {
      const sent = at.given
      // Words that were typed meanwhile wait for a save of their own.
      const showSaved = () => setSaving(timer.current === undefined ? { state: 'saved', at: new Date() } : { state: 'saving' })
      if (before && at.saved === sent) {
        showSaved()
        return true
      }
      try {
        const saved = await sendIt(at.version, sent)
        at.version = saved.version
        at.saved = sent
        onKept?.(saved, sent)
        showSaved()
        setError([])
        return true
      } catch (failure) {
        if (!(failure instanceof ApiError)) throw failure
        if (failure.status === 412) setElsewhere(currentIn(failure.problem.current))
        setSaving({ state: 'failed', why: failure.status === 412 ? changedElsewhere : failure.message })
        setError(failure.problem.errors ?? [{ pointer: '', detail: failure.message }])
        return false
      }
    })
    at.queue = sending
    void sending.finally(() => {
      if (name !== undefined && at.queue === sending) onItsWay.delete(name)
    })
    return sending
  }

  const latestSend = useRef(send)
  useEffect(() => {
    latestSend.current = send
  })
  // Somebody who leaves in the middle of a sentence leaves it saved.
  useEffect(
    () => () => {
      if (timer.current !== undefined) void latestSend.current()
    },
    [],
  )

  // What was on its way when somebody came back is said to be there when it is. Should it be refused, it is sent once more from here, and the refusal shown.
  useEffect(() => {
    if (!left) return
    void left.queue.then((kept) => {
      if (!kept) void latestSend.current()
      else if (timer.current === undefined) setSaving({ state: 'saved', at: new Date() })
    })
  }, [left])

  return {
    /** What the field says when it is drawn. */
    start,
    saving,
    error,
    elsewhere,
    choose: (next: (before: Given) => Given) => {
      held.current.given = next(held.current.given)
      void send()
    },
    type: (next: (before: Given) => Given) => {
      held.current.given = next(held.current.given)
      // What is typed is not kept yet, and must not stand beside words that say it is.
      setSaving({ state: 'saving' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void send(), pause)
    },
    /** Sends what is not sent yet. True when everything that was said is kept. */
    settle: (): Promise<boolean> => (timer.current === undefined && error.length === 0 ? held.current.queue : send()),
    /** Saves what was said here over what another tab saved. */
    keepMine: () => {
      held.current.version = elsewhere?.version ?? held.current.version
      setElsewhere(null)
      void send()
    },
    /** Gives up what was said here: whoever draws the field draws it anew with what the other tab saved. */
    giveUpMine: () => {
      clearTimeout(timer.current)
      timer.current = undefined
      setElsewhere(null)
    },
  }
}
