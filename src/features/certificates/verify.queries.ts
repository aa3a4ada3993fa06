import { answer, api } from '#lib/api-client.ts'

/** Nothing that is sent is kept, so a check is asked anew each time and never cached. */
export const checkCertificate = (text: string) => answer(api.POST('/api/certificates/check', { body: { text } }))

export const downloadOfflineCheck = (): Promise<Blob> => answer(api.GET('/api/offline-check', { parseAs: 'blob' }))
