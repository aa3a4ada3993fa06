import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef } from 'react'
import type { Enrolment, Place } from '#domain/training.ts'
import { ApiError } from '#lib/api-error.ts'
import { save } from '#lib/saving.ts'
import type { Saving } from '#ui/save-state.tsx'
import { showAsRead } from './lesson.queries.ts'
import { trainingQueries } from './training.queries.ts'

/** Keeps the place. Where two tabs read one module the latest place counts, so a stale version is simply followed by the newer one. */
async function keepPlace({ id, version }: Enrolment, place: Place): Promise<Enrolment> {
  try {
    return await save('PUT', '/api/enrolments/{id}/place', { path: { id }, ifMatch: version, body: place })
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 412) throw error
    const current = error.problem.current as Enrolment
    return save('PUT', '/api/enrolments/{id}/place', { path: { id }, ifMatch: current.version, body: place })
  }
}

/** How long somebody has to stay at a block before it counts as their place. */
const settled = 1500

/** The places of one enrolment that are to be kept: the one that is wanted last, how it was saved last, and what is still being sent. */
interface Line {
  wanted?: Place
  saved?: Enrolment
  sent: Promise<void>
}

/** Without a network people go on from page to page, so a line outlives the page that began it. */
const lines = new Map<string, Line>()

function lineOf({ id }: Enrolment): Line {
  const line = lines.get(id) ?? { sent: Promise.resolve() }
  lines.set(id, line)
  return line
}

const newest = (known: Enrolment | null, saved: Enrolment | undefined) => (saved && known && saved.version > known.version ? saved : known)

/**
 * Brings a reader to the block that the address names, or back to the one they had reached, and keeps the block at the top of the page as they read on. Places are saved one after the
 * other, so that none overtakes another; of those that had to wait only the last is.
 */
export function useKeptPlace(
  enrolment: Enrolment | null,
  lesson: string,
  article: RefObject<HTMLElement | null>,
  setSaving: (saving: Saving) => void,
): void {
  const client = useQueryClient()
  const latest = useRef(enrolment)
  useEffect(() => {
    if (enrolment && enrolment.version >= (latest.current?.version ?? 0)) latest.current = enrolment
  }, [enrolment])

  const enrolled = enrolment !== null
  useEffect(() => {
    const blocks = [...(article.current?.querySelectorAll<HTMLElement>('[data-block]') ?? [])]
    if (!enrolled || blocks.length === 0) return
    const keep = (block: string | null) => {
      if (!latest.current) return
      const place = { lesson, block }
      const line = lineOf(latest.current)
      line.wanted = place
      line.sent = line.sent.then(async () => {
        const current = newest(latest.current, line.saved)
        if (!current || line.wanted !== place || (current.place?.lesson === lesson && current.place.block === block)) return
        setSaving({ state: 'saving' })
        try {
          const saved = await keepPlace(current, place)
          line.saved = saved
          const read = client.getQueryData(trainingQueries.module(current.moduleId).queryKey)?.enrolment?.lessonsRead ?? []
          client.setQueryData(trainingQueries.module(current.moduleId).queryKey, (progress) => progress && { ...progress, enrolment: saved })
          // That a lesson was read may still be on its way.
          showAsRead(client, current.moduleId, read)
          setSaving({ state: 'saved', at: new Date() })
          void client.invalidateQueries({ queryKey: trainingQueries.taskList.queryKey, refetchType: 'none' })
        } catch {
          setSaving({ state: 'failed', why: 'your place will be kept when you read on' })
        }
      })
    }

    const kept = latest.current?.place
    const asked = blocks.find(({ id }) => id === location.hash.slice(1))
    if (asked) {
      asked.scrollIntoView({ block: 'start' })
      keep(asked.id)
    } else if (kept?.lesson === lesson && kept.block) document.getElementById(kept.block)?.scrollIntoView({ block: 'start' })
    else keep(null)

    let timer: ReturnType<typeof setTimeout> | undefined
    // The first block of which something can still be read; none while the top of the lesson is in view.
    const atTop = () =>
      (blocks[0] && blocks[0].getBoundingClientRect().top >= 0 ? null : blocks.find((block) => block.getBoundingClientRect().bottom > 8)) ?? null
    // Somebody who looks up a source has not read on: their place stays where the citation is.
    const atSource = () => (document.getElementById(location.hash.slice(1))?.getBoundingClientRect().top ?? Infinity) < innerHeight
    const onScroll = () => {
      clearTimeout(timer)
      timer = setTimeout(() => atSource() || keep(atTop()?.id ?? null), settled)
    }
    addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      removeEventListener('scroll', onScroll)
    }
  }, [client, enrolled, lesson, article, setSaving])
}
