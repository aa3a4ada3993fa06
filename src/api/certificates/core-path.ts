import { pathPassed, type PassedModule } from '#domain/certificate.ts'
import type { AttemptSummary } from '#domain/training.ts'
import type { Content } from '../deps.ts'

/** The key of the path that a certificate of this name stands for. */
export const commonCore = 'common-core'

/** The modules of the common core, in order. */
export const corePath = ({ modules }: Content): string[] => [...new Set(modules.map(({ module }) => module.id))]

/** What a certificate of the common core rests on, once it is complete. */
export const corePassed = (content: Content, attempts: readonly AttemptSummary[]): PassedModule[] | null => pathPassed(corePath(content), attempts)
