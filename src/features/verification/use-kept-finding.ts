import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { FindingDraft, FindingGiven } from '#domain/finding.ts'
import { ApiError } from '#lib/api-error.ts'
import type { Saving } from '#ui/save-state.tsx'
import { copy } from './assessor.copy.ts'
import { assessorQueries, keepFinding, withFinding } from './assessor.queries.ts'

/** How long after the last key a text is saved. */
const pause = 800

/**
 * Keeps what an assessor is about to find of one skill: a choice at once, words shortly after the last key, one save after the other so that each
 * carries the newest version. What another tab saved meanwhile is never overwritten unseen: it is given as `elsewhere`, to choose from.
 */
export function useKeptFinding(requestId: string, opened: FindingDraft) {
  const client = useQueryClient()
  const { queryKey } = assessorQueries.request(requestId)
  const { outcome, level, reason, equivalence, skill } = opened
  const given = useRef<FindingGiven>({ outcome, level, reason, equivalence })
  const version = useRef(opened.version)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const [errors, setErrors] = useState<{ pointer: string; detail: string }[]>([])
  const [elsewhere, setElsewhere] = useState<FindingDraft | null>(null)

  function send(): Promise<boolean> {
    clearTimeout(timer.current)
    timer.current = undefined
    const sent = given.current
    setSaving({ state: 'saving' })
    queue.current = queue.current.then(async () => {
      try {
        const kept = await keepFinding(requestId, skill, version.current, sent)
        version.current = kept.version
        client.setQueryData(queryKey, (now) => now && withFinding(now, kept))
        // Words that were typed meanwhile wait for a save of their own.
        setSaving(timer.current === undefined ? { state: 'saved', at: new Date() } : { state: 'saving' })
        setErrors([])
        return true
      } catch (failure) {
        if (!(failure instanceof ApiError)) throw failure
        if (failure.status === 412) setElsewhere(failure.problem.current as FindingDraft)
        setSaving({ state: 'failed', why: failure.status === 412 ? copy.elsewhereShort : failure.message })
        setErrors(failure.problem.errors ?? [{ pointer: '', detail: failure.message }])
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
    errorAt: (field: keyof FindingGiven) => errors.find(({ pointer }) => pointer === `/${field}`)?.detail,
    elsewhere,
    choose: (part: Partial<FindingGiven>) => {
      given.current = { ...given.current, ...part }
      void send()
    },
    type: (part: Partial<FindingGiven>) => {
      given.current = { ...given.current, ...part }
      // What is typed is not kept yet, and must not stand beside words that say it is.
      setSaving({ state: 'saving' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void send(), pause)
    },
    /** Sends what is not sent yet. True when everything that was said is kept. */
    settle: (): Promise<boolean> => (timer.current === undefined && errors.length === 0 ? queue.current : send()),
    /** Saves what was said here over what another tab saved. */
    keepMine: () => {
      version.current = elsewhere?.version ?? version.current
      setElsewhere(null)
      void send()
    },
    /** Goes on with what the other tab saved. */
    takeTheirs: () => {
      if (elsewhere) client.setQueryData(queryKey, (now) => now && withFinding(now, elsewhere))
      setElsewhere(null)
    },
  }
}
