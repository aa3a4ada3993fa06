import { useRef, useState } from 'react'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { copy } from './member.copy.ts'

/**
 * A form for an entry of a member’s: a new one, or one that is changed. When somebody changed it meanwhile the form says what they saved, and saving again
 * puts what is typed in its place; one that they took back cannot be changed any more.
 */
export function useEntryForm<Entry, Given>(
  before: Entry | null,
  given: (values: FormData) => Given,
  send: (sent: { before: Entry | null; given: Given; key: string }) => Promise<unknown>,
  inWords: (entry: Entry) => string,
  onSaved: () => void,
) {
  const key = useRef(crypto.randomUUID())
  const [opened, setOpened] = useState(before)
  const [theirs, setTheirs] = useState<string | null>(null)
  const form = useForm(async (values) => {
    setTheirs(null)
    try {
      await send({ before: opened, given: given(values), key: key.current })
      onSaved()
    } catch (error) {
      // What was refused is another request than what is sent next.
      key.current = crypto.randomUUID()
      if (error instanceof ApiError && error.status === 412 && error.problem.current) {
        const now = error.problem.current as Entry
        setOpened(now)
        setTheirs(copy.theirs(inWords(now)))
      } else if (error instanceof ApiError && [404, 412].includes(error.status)) setTheirs(copy.theirsGone)
      throw error
    }
  })
  return { ...form, errors: theirs ? [{ pointer: '', detail: theirs }] : form.errors }
}
