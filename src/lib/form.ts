import { type SubmitEvent, useRef, useState } from 'react'
import { ApiError } from './api-error.ts'

interface FormState {
  busy: boolean
  errors: { pointer: string; detail: string }[]
  problem: ApiError | null
}

const clean: FormState = { busy: false, errors: [], problem: null }

/**
 * A form that its endpoint alone checks: the problem that comes back points at fields, and each message is put there. What was typed is never
 * touched. A second submit while the first is under way does nothing.
 */
export function useForm(submit: (values: FormData) => Promise<unknown>) {
  const [{ busy, errors, problem }, setState] = useState(clean)
  const underWay = useRef(false)

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (underWay.current) return
    underWay.current = true
    setState((before) => ({ ...before, busy: true }))
    try {
      await submit(new FormData(event.currentTarget))
      setState(clean)
    } catch (error) {
      setState({ busy: false, errors: errorsOf(error), problem: error instanceof ApiError ? error : null })
    } finally {
      underWay.current = false
    }
  }

  return {
    busy,
    errors,
    problem,
    onSubmit: (event: SubmitEvent<HTMLFormElement>) => void onSubmit(event),
    errorAt: (field: string) => errors.find(({ pointer }) => pointer === `/${field}` || pointer.startsWith(`/${field}/`))?.detail,
  }
}

const gone =
  'What this is about is no longer here, or no longer yours to see: it may have been erased or moved since you opened this page. Nothing was saved. What you typed is still here.'

function errorsOf(error: unknown): FormState['errors'] {
  if (!(error instanceof ApiError)) throw error
  const { problem } = error
  if (problem.errors && problem.errors.length > 0) return problem.errors
  if (error.status === 401) return [{ pointer: '', detail: 'You are signed out. What you typed is still here: sign in again to save it.' }]
  if (error.status === 404) return [{ pointer: '', detail: gone }]
  if (error.status >= 500) return [{ pointer: '', detail: `${problem.title}. What you typed is still here: try again in a moment.` }]
  return [{ pointer: '', detail: problem.title }]
}
