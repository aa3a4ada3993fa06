/** The cells of what is open to everybody, in the order and the words of `policy.test.ts`. */
export const publicCells: Record<string, string> = {
  'GET /api/health': 'y y y y y y y',
  'GET /api/regimes': 'y y y y y y y',
  'GET /api/openapi.json': 'y y y y y y y',
  'GET /api/session': 'y y y y y y y',
  'POST /api/session': 'y y y y y y y',
  'DELETE /api/session': 'y y y y y y y',
}
