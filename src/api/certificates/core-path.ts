import { pathPassed, type PassedModule } from '#domain/certificate.ts'
import type { PoolRole } from '#domain/person.ts'
import { coreFor } from '#domain/training-path.ts'
import type { AttemptSummary } from '#domain/training.ts'
import type { Content } from '../deps.ts'

/** The key of the path that a certificate of this name stands for. */
export const commonCore = 'common-core'

/** What a certificate of the common core rests on for somebody who prepares for these roles, once it is complete. */
export const corePassed = ({ paths }: Content, roles: readonly PoolRole[], attempts: readonly AttemptSummary[]): PassedModule[] | null =>
  pathPassed(coreFor(paths, roles), attempts)
