import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Lesson } from '#domain/module.ts'
import { copy } from './bookmarks.copy.ts'
import { bookmarkQueries, isAt, keepBookmark } from './bookmarks.queries.ts'

interface MarkProps {
  lesson: Lesson
  /** The block to mark; `lesson` for the whole. */
  block: string
  /** What the block says, for a heading. */
  heading?: string
}

/** Marks a place in a lesson to come back to, or takes the mark away. Until it is known whether there is one, nothing is offered. */
export function Mark({ lesson: { moduleId, moduleVersion, moduleTitle, id, title }, block, heading }: MarkProps) {
  const client = useQueryClient()
  const { data: all } = useQuery(bookmarkQueries.all)
  const [failed, setFailed] = useState('')
  if (!all) return null
  const place = { moduleId, moduleVersion, lesson: id, block }
  const on = all.some((one) => isAt(one, place))
  const change = () => {
    setFailed('')
    const bookmark = { ...place, moduleTitle, lessonTitle: title, heading: heading ?? null, at: new Date().toISOString() }
    keepBookmark(client, bookmark, !on).catch((error: Error) => setFailed(error.message))
  }
  return (
    <>
      <button type="button" className="govuk-link app-mark__button" onClick={change}>
        {heading === undefined ? (on ? copy.removeLesson : copy.lesson) : on ? copy.remove : copy.bookmark}
        {heading !== undefined && <span className="govuk-visually-hidden">{copy.about(heading)}</span>}
      </button>
      <span role="status">{failed && copy.failed(failed)}</span>
    </>
  )
}
