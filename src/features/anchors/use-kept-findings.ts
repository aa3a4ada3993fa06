import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { AnchorDossier, AnchorFinding, AnchorSheet } from '#domain/anchor.ts'
import { ApiError } from '#lib/api-error.ts'
import type { Saving } from '#ui/save-state.tsx'
import { anchorsQueries, keepFinding, unsentFindings } from './anchors.queries.ts'

/** How long somebody stops typing before what they typed is sent, in milliseconds. */
const pause = 600

const nothing: AnchorFinding = { level: null, reason: '' }
const same = (a: AnchorFinding, b: AnchorFinding) => a.level === b.level && a.reason === b.reason

/**
 * Keeps what is found on each skill as it is typed, one save after the other. It knows the version of everything on the page, so what another tab
 * saved is never written over and never handed in unseen: it is held against what is here, and the person chooses. What cannot be saved stays, also
 * while its writer is on another page, and is sent again when they come back.
 */
export function useKeptFindings({ id, sheet }: AnchorDossier) {
  const client = useQueryClient()
  const unsent = unsentFindings(client, id)
  const [start] = useState(() => {
    const kept = sheet.ratings.map(({ skill, version, level, reason }) => [skill, { version, level, reason }] as const)
    const left = Object.entries(unsent.read())
    return { findings: new Map([...kept, ...left]), left: left.map(([skill]) => skill) }
  })
  const typed = useRef(new Map<string, AnchorFinding>([...start.findings].map(([skill, { level, reason }]) => [skill, { level, reason }])))
  const known = useRef(new Map([...start.findings].map(([skill, { version }]) => [skill, version])))
  const sheetVersion = useRef(sheet.version)
  const unsaved = useRef(new Set(start.left))
  const held = useRef(new Map<string, AnchorFinding & { version: number }>())
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const queue = useRef(Promise.resolve())
  const [saving, setSaving] = useState<Record<string, Saving>>({})
  const [conflicts, setConflicts] = useState<Record<string, AnchorFinding>>({})

  const say = (skill: string, state: Saving) => setSaving((before) => ({ ...before, [skill]: state }))

  /** Takes in the sheet as the server has it. `saved` is the skill whose own save it answers. */
  function take(now: AnchorSheet, saved: string | null) {
    sheetVersion.current = now.version
    client.setQueryData(anchorsQueries.anchor(id).queryKey, (before) => before && { ...before, sheet: now })
    for (const { skill, version, level, reason } of now.ratings) {
      if (version === known.current.get(skill)) continue
      const theirs = { level, reason }
      if (skill === saved || same(theirs, typed.current.get(skill) ?? nothing)) known.current.set(skill, version)
      else {
        held.current.set(skill, { ...theirs, version })
        setConflicts((before) => ({ ...before, [skill]: theirs }))
      }
    }
  }

  /** What is not saved yet outlives this page; what is saved need not. */
  function remember(skill: string) {
    if (unsaved.current.has(skill)) unsent.keep(skill, { ...nothing, ...typed.current.get(skill), version: known.current.get(skill) ?? 0 })
    else unsent.drop(skill)
  }

  async function send(skill: string) {
    if (!unsaved.current.has(skill) || held.current.has(skill)) return
    unsaved.current.delete(skill)
    say(skill, { state: 'saving' })
    try {
      take(await keepFinding(id, skill, known.current.get(skill) ?? 0, typed.current.get(skill) ?? nothing), skill)
      say(skill, { state: 'saved', at: new Date() })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const { current, errors } = error.problem
      if (error.status === 412 && current) take(current as AnchorSheet, null)
      // The same words were saved already, by a page that its writer had left.
      if (error.status === 412 && !held.current.has(skill)) say(skill, { state: 'saved', at: new Date() })
      else {
        unsaved.current.add(skill)
        say(skill, { state: 'failed', why: errors?.[0]?.detail ?? error.message })
      }
    }
    remember(skill)
  }

  function sendNow(skill: string): Promise<void> {
    clearTimeout(timers.current.get(skill))
    timers.current.delete(skill)
    queue.current = queue.current.then(() => send(skill))
    return queue.current
  }

  /** A choice is sent at once; typing when it pauses, or when the field is left. */
  function keep(skill: string, change: Partial<AnchorFinding>) {
    typed.current.set(skill, { ...nothing, ...typed.current.get(skill), ...change })
    unsaved.current.add(skill)
    remember(skill)
    clearTimeout(timers.current.get(skill))
    if ('level' in change) void sendNow(skill)
    else
      timers.current.set(
        skill,
        setTimeout(() => void sendNow(skill), pause),
      )
  }

  /** Ends a conflict: with what is here, or with what another tab saved. Returns what is then on the page. */
  function choose(skill: string, which: 'mine' | 'theirs'): AnchorFinding {
    const theirs = held.current.get(skill)
    if (theirs) {
      known.current.set(skill, theirs.version)
      held.current.delete(skill)
      setConflicts(({ [skill]: _ended, ...others }) => others)
      if (which === 'mine') {
        unsaved.current.add(skill)
        void sendNow(skill)
      } else {
        unsaved.current.delete(skill)
        typed.current.set(skill, { level: theirs.level, reason: theirs.reason })
        remember(skill)
        say(skill, { state: 'idle' })
      }
    }
    return typed.current.get(skill) ?? nothing
  }

  /** Sends what is not saved yet. Returns the skills that another tab changed, and those that could not be saved. */
  async function settle(): Promise<{ changed: string[]; failed: string[] }> {
    for (const skill of unsaved.current) void sendNow(skill)
    await queue.current
    return { changed: [...held.current.keys()], failed: [...unsaved.current].filter((skill) => !held.current.has(skill)) }
  }

  // What was typed last is sent when somebody goes to another page, and the browser asks before it closes one with unsaved words.
  const { left } = start
  const latest = useRef(sendNow)
  useEffect(() => {
    latest.current = sendNow
  })
  useEffect(() => {
    const waiting = timers.current
    for (const skill of left) void latest.current(skill)
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved.current.size > 0) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => {
      removeEventListener('beforeunload', ask)
      for (const skill of waiting.keys()) void latest.current(skill)
    }
  }, [left])

  return {
    start: (skill: string): AnchorFinding => start.findings.get(skill) ?? nothing,
    keep,
    sendNow,
    choose,
    settle,
    take,
    sheetVersion: () => sheetVersion.current,
    saving,
    conflicts,
  }
}
