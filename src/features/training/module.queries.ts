import { mutationOptions } from '@tanstack/react-query'
import { save } from '#lib/saving.ts'
import { refresh } from './training.queries.ts'

export const startModule = mutationOptions({
  mutationFn: (moduleId: string) => save('POST', '/api/enrolments', { body: { moduleId } }),
  onSuccess: (_enrolment, _moduleId, _result, { client }) => refresh(client),
})
