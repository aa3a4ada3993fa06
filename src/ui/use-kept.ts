import { useEffect, useRef, useState } from 'react'
import { ApiError } from '#lib/api-error.ts'
import type { Saving } from './save-state.tsx'

/** How long after the last key what is typed is saved. */
const pause = 800

interface Kept {
  version: number
}

interface How<Given, Saved extends Kept, Current extends Kept> {
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
 * version. What another tab saved meanwhile is never overwritten unseen: it is given as `elsewhere`, to choose from.
 */
export function useKept<Given, Saved extends Kept, Current extends Kept>({
  opened,
  send: sendIt,
  onKept,
  currentIn,
  changedElsewhere,
}: How<Given, Saved, Current>) {
  const given = useRef(opened.given)
  const version = useRef(opened.version)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const [error, setError] = useState<{ pointer: string; detail: string }[]>([])
  const [elsewhere, setElsewhere] = useState<Current | null>(null)

  function send(): Promise<boolean> {
    clearTimeout(timer.current)
    timer.current = undefined
    const sent = given.current
    setSaving({ state: 'saving' })
    queue.current = queue.current.then(async () => {
      try {
        const saved = await sendIt(version.current, sent)
        version.current = saved.version
        onKept?.(saved, sent)
        // Words that were typed meanwhile wait for a save of their own.
        setSaving(timer.current === undefined ? { state: 'saved', at: new Date() } : { state: 'saving' })
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
    return queue.current
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

  return {
    saving,
    error,
    elsewhere,
    choose: (next: (before: Given) => Given) => {
      given.current = next(given.current)
      void send()
    },
    type: (next: (before: Given) => Given) => {
      given.current = next(given.current)
      // What is typed is not kept yet, and must not stand beside words that say it is.
      setSaving({ state: 'saving' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void send(), pause)
    },
    /** Sends what is not sent yet. True when everything that was said is kept. */
    settle: (): Promise<boolean> => (timer.current === undefined && error.length === 0 ? queue.current : send()),
    /** Saves what was said here over what another tab saved. */
    keepMine: () => {
      version.current = elsewhere?.version ?? version.current
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
