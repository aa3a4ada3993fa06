import { mutationOptions } from '@tanstack/react-query'
import { save } from '#lib/saving.ts'

export const giveExtraTries = mutationOptions({
  mutationFn: ({ id, ...body }: { id: string; moduleId: string; tries: number; reason: string }) =>
    save('POST', '/api/people/{id}/extra-tries', { path: { id }, body }),
  onSuccess: (_given, _sent, _result, { client }) =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' }),
      client.invalidateQueries({ queryKey: ['training'], refetchType: 'none' }),
    ]),
})
