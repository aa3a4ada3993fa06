import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Bookmark } from '#domain/bookmark.ts'
import { showDay } from '#lib/show.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { copy } from './bookmarks.copy.ts'
import { bookmarkQueries, keepBookmark } from './bookmarks.queries.ts'

/** The places that a learner marked, the newest first: to go to, and to take away. */
export function Bookmarks() {
  const client = useQueryClient()
  const { data: all } = useSuspenseQuery(bookmarkQueries.all)
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const remove = (bookmark: Bookmark) => {
    // The button goes with its entry; whoever used it goes on from the heading.
    heading.current?.focus()
    keepBookmark(client, bookmark, false).then(
      () => setSaid(copy.removed),
      (error: Error) => setSaid(copy.failed(error.message)),
    )
  }
  return (
    <section className="app-measure" aria-labelledby="bookmarks">
      <h2 className="govuk-heading-m" id="bookmarks" tabIndex={-1} ref={heading}>
        {copy.title}
      </h2>
      <p className="govuk-body" role="status">
        {said}
      </p>
      <p className="govuk-body">{all.length === 0 ? copy.none : copy.what}</p>
      <ul className="govuk-list">
        {all.map((bookmark) => (
          <Entry key={Object.values(bookmark).join(' ')} bookmark={bookmark} onRemove={() => remove(bookmark)} />
        ))}
      </ul>
    </section>
  )
}

function Entry({
  bookmark: { moduleId, moduleTitle, lesson, lessonTitle, block, heading, at },
  onRemove,
}: {
  bookmark: Bookmark
  onRemove: () => void
}) {
  const name = heading ?? lessonTitle
  return (
    <li className="app-log-entry">
      <Link className="govuk-link" to={heading === null ? paths.lesson(moduleId, lesson) : `${paths.lesson(moduleId, lesson)}#${block}`}>
        {name}
      </Link>
      <p className="govuk-body-s">
        {copy.inLesson(lessonTitle, moduleTitle)} {copy.on(showDay(at))}
      </p>
      <Button variant="secondary" onClick={onRemove}>
        {copy.remove}
        <span className="govuk-visually-hidden">{copy.about(name)}</span>
      </Button>
    </li>
  )
}
