import { useMutation, type UseMutationOptions, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FrameworkDraft } from '#domain/framework-version.ts'
import { ApiError } from '#lib/api-error.ts'
import { versionQueries } from './framework-versions.queries.ts'

interface Sent<Part> {
  version: number
  part: Part
}

/**
 * Saves one part of a draft over what was read of it when the page was opened. Somebody who changed another part is not in the way; where they changed this
 * one, `theirs` is the draft as they left it, and the next save goes over it.
 */
export function useDraftPart<Part>(
  draft: FrameworkDraft,
  keep: UseMutationOptions<FrameworkDraft, Error, Sent<Part>>,
  partOf: (draft: FrameworkDraft) => unknown,
) {
  const [opened] = useState(draft)
  const [theirs, setTheirs] = useState<FrameworkDraft | null>(null)
  const { mutateAsync } = useMutation(keep)
  const client = useQueryClient()

  async function send(version: number, part: Part): Promise<void> {
    try {
      await mutateAsync({ version, part })
    } catch (error) {
      // What the route says there is now.
      const now = error instanceof ApiError && error.status === 412 ? (error.problem.current as FrameworkDraft) : null
      if (!now || now.version === version) throw error
      if (JSON.stringify(partOf(now)) === JSON.stringify(partOf(opened))) return send(now.version, part)
      // Whoever takes theirs is shown it, and goes on from it.
      client.setQueryData(versionQueries.draft(now.number).queryKey, now)
      setTheirs(now)
      throw error
    }
  }

  return { opened, theirs, save: (part: Part) => send(theirs?.version ?? opened.version, part) }
}
