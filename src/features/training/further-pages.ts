import type { RouteObject } from 'react-router'
import { diagnosticRoutes } from './diagnostic.routes.tsx'
import { learningLogRoutes } from './learning-log/learning-log.routes.tsx'
import { questionBankRoutes } from './question-banks/question-banks.routes.tsx'

/** The pages of the training that few go to, which come together, so that a first visit carries one line about them all. */
export const routes: RouteObject[] = [...learningLogRoutes, ...diagnosticRoutes, ...questionBankRoutes]
