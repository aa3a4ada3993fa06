/** The cells of experience, in the order and the words of `policy.test.ts`. */
export const experienceCells: Record<string, string> = {
  'GET /api/experience': '401 y y y y y y',
  'POST /api/experience': '401 y y y y y y',
  'GET /api/experience/{id} of another': '401 404 404 404 404 404 404',
  'GET /api/experience/{id} own': '401 y y y y y y',
  'PUT /api/experience/{id} of another': '401 404 404 404 404 404 404',
  'PUT /api/experience/{id} own': '401 y y y y y y',
  'DELETE /api/experience/{id} of another': '401 404 404 404 404 404 404',
  'DELETE /api/experience/{id} own': '401 y y y y y y',
}

export const experienceBodies: Record<string, unknown> = {
  'POST /api/experience': { publisher: 'A board', year: 2019, role: 'author', url: 'https://example.org/' },
  'PUT /api/experience/{id}': { publisher: 'A board', year: 2019, role: 'author', url: 'https://example.org/' },
}
