import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { AnswerGiven, SelfAssessment, SkillAnswer } from '#domain/self-assessment.ts'
import { ApiError } from '#lib/api-error.ts'
import type { Saving } from '#ui/save-state.tsx'
import { keepSkillAnswer, ownSkillQueries, withAnswer } from './self-assessment.queries.ts'

/** How long after the last key a text is saved. */
const pause = 800
const nothing: AnswerGiven = { level: null, confidence: null, reflection: '' }

/**
 * Keeps what somebody says of one skill as they say it: a choice at once, words shortly after the last key, one save after the other so that each
 * carries the newest version. What another tab saved meanwhile is never overwritten unseen: it is given as `elsewhere`, to choose from.
 */
export function useKeptSkillAnswer(assessment: SelfAssessment, skill: string) {
  const client = useQueryClient()
  const opened = assessment.answers.find((one) => one.skill === skill)
  const given = useRef<AnswerGiven>(opened ? { level: opened.level, confidence: opened.confidence, reflection: opened.reflection } : nothing)
  const version = useRef(opened?.version ?? 0)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const [error, setError] = useState<{ pointer: string; detail: string }[]>([])
  const [elsewhere, setElsewhere] = useState<SkillAnswer | null>(null)

  function send(): Promise<boolean> {
    clearTimeout(timer.current)
    timer.current = undefined
    const sent = given.current
    setSaving({ state: 'saving' })
    queue.current = queue.current.then(async () => {
      try {
        const kept = await keepSkillAnswer(assessment.id, skill, version.current, sent)
        version.current = kept.version
        client.setQueryData(ownSkillQueries.assessment(assessment.id).queryKey, (now) => now && withAnswer(now, kept))
        void client.invalidateQueries({ queryKey: ['training', 'task-list'], refetchType: 'none' })
        setSaving({ state: 'saved', at: new Date() })
        setError([])
        return true
      } catch (failure) {
        if (!(failure instanceof ApiError)) throw failure
        if (failure.status === 412) setElsewhere(failure.problem.current as SkillAnswer)
        setSaving({ state: 'failed', why: failure.status === 412 ? 'this skill was rated in another tab' : failure.message })
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
    choose: (part: Partial<AnswerGiven>) => {
      given.current = { ...given.current, ...part }
      void send()
    },
    type: (reflection: string) => {
      given.current = { ...given.current, reflection }
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
    /** Goes on with what the other tab saved. */
    takeTheirs: () => {
      if (elsewhere) client.setQueryData(ownSkillQueries.assessment(assessment.id).queryKey, (now) => now && withAnswer(now, elsewhere))
      setElsewhere(null)
    },
  }
}
