import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { bankQueries } from './question-banks.queries.ts'

export const questionBankRoutes: RouteObject[] = [
  {
    path: paths.questionBanks.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData({ ...bankQueries.list, revalidateIfStale: true }),
    lazy: { Component: () => import('./question-banks-page.tsx').then((page) => page.QuestionBanksPage) },
  },
  {
    path: paths.questionBank.pattern,
    loader: ({ params: { moduleId = '' }, context }) => context.get(queryClient).fetchQuery(bankQueries.bank(moduleId)),
    lazy: { Component: () => import('./question-bank-page.tsx').then((page) => page.QuestionBankPage) },
  },
  {
    path: paths.bankQuestion.pattern,
    loader: ({ params: { moduleId = '', question = '', version = '' }, context }) =>
      context.get(queryClient).fetchQuery(bankQueries.question({ moduleId, question, version: Number(version) })),
    lazy: { Component: () => import('./withdraw-page.tsx').then((page) => page.WithdrawPage) },
  },
]
