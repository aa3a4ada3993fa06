import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Member } from '#domain/member.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { copy } from './member.copy.ts'
import { type parts, savePart } from './member.queries.ts'

type Part = keyof typeof parts
type Given<P extends Part> = Parameters<(typeof parts)[P]['save']>[2]

/**
 * A form for one part of a member. It keeps the record that it was opened with; when somebody changed this part meanwhile it says what they saved, and
 * saving again puts what is typed in its place.
 */
export function usePartForm<P extends Part>(
  member: Member,
  part: P,
  given: (values: FormData) => Given<P>,
  inWords: (member: Member) => string,
  onSaved: () => void,
) {
  const [opened, setOpened] = useState(member)
  const { mutateAsync } = useMutation(savePart(member.personId, part))
  const form = useForm(async (values) => {
    try {
      await mutateAsync({ opened, given: given(values) })
      onSaved()
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) setOpened(error.problem.current as Member)
      throw error
    }
  })
  const errors = form.problem?.status === 412 ? [{ pointer: '', detail: copy.theirs(inWords(opened)) }] : form.errors
  return { ...form, errors }
}
