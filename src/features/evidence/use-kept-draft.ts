import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { EvidenceWords, OwnEvidence } from '#domain/evidence.ts'
import { ApiError } from '#lib/api-error.ts'
import type { Saving } from '#ui/save-state.tsx'
import { copy } from './evidence.copy.ts'
import { evidenceQueries, keepDraft, sendFile, showEvidence } from './evidence.queries.ts'

/** How long after the last key a draft is saved. */
const pause = 800

/**
 * Keeps a draft on the server as it is typed, and sends its file, one after the other so that each carries the newest version. What another tab saved
 * meanwhile is never overwritten unseen: it is given as `elsewhere`, to choose from.
 */
export function useKeptDraft(evidence: OwnEvidence) {
  const { id } = evidence
  const client = useQueryClient()
  const version = useRef(evidence.version)
  const unsent = useRef<EvidenceWords | null>(null)
  const last = useRef('')
  const queue = useRef<Promise<ApiError | null>>(Promise.resolve(null))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = useRef<AbortController>(undefined)
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const [sending, setSending] = useState<string | null>(null)
  const [elsewhere, setElsewhere] = useState<OwnEvidence | null>(null)

  /** Goes on from what the server has. */
  function adopt(kept: OwnEvidence): void {
    version.current = kept.version
    showEvidence(client, kept)
  }

  /** Runs after what was asked before it. The refusal, or null when it was kept. */
  function next(step: () => Promise<OwnEvidence>): Promise<ApiError | null> {
    const result = queue.current.then(async () => {
      try {
        adopt(await step())
        return null
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        if (error.status === 412) setElsewhere(error.problem.current as OwnEvidence)
        return error
      }
    })
    // What went wrong with one step is told to whoever asked for it, and does not hold up the next.
    queue.current = result.catch(() => null)
    return result
  }

  async function saveNow(): Promise<ApiError | null> {
    clearTimeout(timer.current)
    const words = unsent.current
    if (!words) return queue.current
    unsent.current = null
    setSaving({ state: 'saving' })
    const refusal = await next(() => keepDraft(id, version.current, words))
    // Words that were not kept are sent again with the next ones, or when somebody hands in.
    if (refusal) unsent.current ??= words
    setSaving(refusal ? { state: 'failed', why: refusal.status === 412 ? copy.elsewhereShort : refusal.message } : { state: 'saved', at: new Date() })
    return refusal
  }

  const latestSave = useRef(saveNow)
  useEffect(() => {
    latestSave.current = saveNow
  })
  // Somebody who leaves in the middle of a sentence, or looks away, leaves it saved.
  useEffect(() => {
    const settle = () => {
      if (unsent.current) void latestSave.current()
    }
    const onHidden = () => document.visibilityState === 'hidden' && settle()
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      settle()
    }
  }, [])

  return {
    saving,
    sending,
    elsewhere,
    adopt,
    version: () => version.current,
    type: (words: EvidenceWords) => {
      const said = JSON.stringify(words)
      if (said === last.current) return
      last.current = said
      unsent.current = words
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void saveNow(), pause)
    },
    /** Sends what is not sent yet; the refusal, or null when everything is kept. */
    settle: saveNow,
    /** Sends a file, after the words. What is wrong with it in words, or null. */
    send: async (file: File): Promise<string | null> => {
      await saveNow()
      const controller = new AbortController()
      stop.current = controller
      setSending(file.name)
      try {
        const refusal = await next(() =>
          sendFile(id, version.current, file, controller.signal).catch((error: unknown) => {
            if (!controller.signal.aborted) throw error
            // It may have arrived all the same: what the server has counts.
            return client.fetchQuery({ ...evidenceQueries.item(id), staleTime: 0 })
          }),
        )
        return refusal && (refusal.problem.errors?.[0]?.detail ?? refusal.message)
      } finally {
        setSending(null)
      }
    },
    stopSending: () => stop.current?.abort(),
    meetElsewhere: setElsewhere,
    /** Saves what is here over what another tab saved. */
    keepMine: (words: EvidenceWords) => {
      version.current = elsewhere?.version ?? version.current
      unsent.current = words
      setElsewhere(null)
      void saveNow()
    },
    /** Forgets what is here, for what another tab saved. */
    takeTheirs: () => {
      unsent.current = null
      clearTimeout(timer.current)
      if (elsewhere) adopt(elsewhere)
      setElsewhere(null)
    },
  }
}
