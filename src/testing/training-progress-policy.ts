/** The cells of training progress, in the order and the words of `policy.test.ts`. */
export const progressCells: Record<string, string> = {
  'GET /api/training-progress': '401 403 403 y y y y',
  'GET /api/stuck-learners': '401 403 403 y y y y',
  'GET /api/training-progress.csv': '401 403 403 y y y y',
  'GET /api/stuck-learners.csv': '401 403 403 y y y y',
  'GET /api/modules/{moduleId}/question-statistics': '401 403 403 y y y y',
  'GET /api/modules/{moduleId}/question-statistics.csv': '401 403 403 y y y y',
  'GET /api/people/{id}/training-messages of another': '401 403 403 y 404 y y',
  'POST /api/people/{id}/training-messages of another': '401 403 403 y 404 y y',
}

export const progressBodies: Record<string, unknown> = {
  'POST /api/people/{id}/training-messages': { moduleId: 'm1', words: 'Can we help you on?', again: false },
}
