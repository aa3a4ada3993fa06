import { useMutation, type UseMutationOptions } from '@tanstack/react-query'
import { useState } from 'react'
import type { Member } from '#domain/member.ts'
import { useForm } from '#lib/form.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Details } from '#ui/notes.tsx'
import { copy } from './member.copy.ts'

interface TakeBackProps<Entry> {
  entry: Entry
  mutation: UseMutationOptions<Member, Error, Entry>
  onRemoved: () => void
}

/** Takes back an entry that was made by mistake. */
export function TakeBack<Entry>({ entry, mutation, onRemoved }: TakeBackProps<Entry>) {
  const { mutateAsync } = useMutation(mutation)
  const [opened] = useState(entry)
  const form = useForm(async () => {
    await mutateAsync(opened)
    onRemoved()
  })
  return (
    <Details summary={copy.remove}>
      <form onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} />
        <p className="govuk-body">{copy.removeWhy}</p>
        <Button variant="warning" busy={form.busy}>
          {copy.remove}
        </Button>
      </form>
    </Details>
  )
}
