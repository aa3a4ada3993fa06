import type { CertificateState } from '#domain/certificate.ts'
import { certificateStateWords } from '#domain/certificate-words.ts'
import { Tag } from '#ui/tag.tsx'

const colours = { valid: 'green', expired: 'orange', revoked: 'red' } as const

export const StateTag = ({ state }: { state: CertificateState }) => <Tag colour={colours[state]}>{certificateStateWords[state]}</Tag>
