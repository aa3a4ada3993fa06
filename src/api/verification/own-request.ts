import { notFound } from '../problem.ts'
import type { Db } from '../repository/database.ts'
import { findRequest, type StoredRequest } from '../repository/verification-requests.ts'

/** A request of the asker. Someone else's is answered like one that is not there. @throws Problem 404 */
export async function ownRequest(db: Db, id: string, personId: string): Promise<StoredRequest> {
  const request = await findRequest(db, id)
  if (request?.personId !== personId) throw notFound()
  return request
}
