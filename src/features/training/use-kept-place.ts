import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Enrolment } from '#domain/training.ts'
import type { Saving } from '#ui/save-state.tsx'
import { keepPlace } from './lesson.queries.ts'
import { trainingQueries } from './training.queries.ts'

/** How long somebody has to stay at a block before it counts as their place. */
const settled = 1500

/**
 * Brings a reader back to the block they had reached, and keeps the block at the top of the page as they read on. Places are saved one after the
 * other, so that none overtakes another.
 */
export function useKeptPlace(enrolment: Enrolment | null, lesson: string) {
  const article = useRef<HTMLElement>(null)
  const client = useQueryClient()
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const latest = useRef(enrolment)
  const queue = useRef(Promise.resolve())
  useEffect(() => {
    if (enrolment && enrolment.version >= (latest.current?.version ?? 0)) latest.current = enrolment
  }, [enrolment])

  const enrolled = enrolment !== null
  useEffect(() => {
    const blocks = [...(article.current?.querySelectorAll<HTMLElement>('[data-block]') ?? [])]
    if (!enrolled || blocks.length === 0) return
    const keep = (block: string | null) => {
      queue.current = queue.current.then(async () => {
        const { current } = latest
        if (!current || (current.place?.lesson === lesson && current.place.block === block)) return
        setSaving({ state: 'saving' })
        try {
          const saved = await keepPlace(current, { lesson, block })
          latest.current = saved
          client.setQueryData(trainingQueries.module(current.moduleId).queryKey, (progress) => progress && { ...progress, enrolment: saved })
          setSaving({ state: 'saved', at: new Date() })
          void client.invalidateQueries({ queryKey: trainingQueries.taskList.queryKey, refetchType: 'none' })
        } catch {
          setSaving({ state: 'failed', why: 'your place will be kept when you read on' })
        }
      })
    }

    const kept = latest.current?.place
    if (kept?.lesson === lesson && kept.block) document.getElementById(kept.block)?.scrollIntoView({ block: 'start' })
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
  }, [client, enrolled, lesson])

  return { article, saving }
}
