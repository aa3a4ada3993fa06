import type { CommandKind } from '#domain/command.ts'
import type { Person, Standing } from '#domain/person.ts'
import { standingWords } from '#domain/words.ts'
import type { Reach } from '../policy.ts'
import { account, type Doer } from '../repository/audit.ts'
import { noteUndone, rowsToUndo } from '../repository/commands.ts'
import type { Tx } from '../repository/database.ts'
import { findPerson, holdPerson } from '../repository/people.ts'
import { newestMoves, writeStanding } from '../repository/standings.ts'
import { moveAllInTally } from '../repository/tally.ts'
import { findTag, removeTag, restoreTag } from '../repository/tags.ts'

const rowsAtOnce = 200

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })

interface Undoing {
  kind: CommandKind
  tag: string | null
  doer: Doer
  moved: { before: Person; after: Person }[]
}

/**
 * Gives people back what a command took or changed, in the caller's transaction: those within reach, one by one. Whoever was changed since is left alone,
 * with why. @returns how many of each.
 */
export async function undoCommand(
  tx: Tx,
  { id, kind, says }: { id: string; kind: string; says: string },
  reach: Reach,
  doer: Doer,
): Promise<{ undone: number; left: number }> {
  const { tag = null } = JSON.parse(says) as { tag?: string }
  const undoing: Undoing = { kind: kind as CommandKind, tag, doer, moved: [] }
  const counts = { undone: 0, left: 0 }
  for (let after = ''; ;) {
    const rows = await rowsToUndo(tx, id, reach, after, rowsAtOnce)
    const last = rows.at(-1)
    if (!last) break
    for (const row of rows) {
      // Nobody changes their own status, also not back.
      if (kind === 'status' && row.id === doer.personId) continue
      await holdPerson(tx, row.id)
      const person = await findPerson(tx, row.id)
      const why = person ? await undoOne(tx, person, row, undoing) : 'No longer on the roster'
      const undone = why === null ? 'undone' : 'left'
      await noteUndone(tx, id, row.id, undone, why)
      counts[undone] += 1
    }
    after = last.id
  }
  await moveAllInTally(tx, undoing.moved)
  const changes = [
    { field: 'undone', from: null, to: counts.undone },
    { field: 'left', from: null, to: counts.left },
  ]
  await account(tx, doer, { action: 'command-undone', record: 'command', recordId: id, personId: doer.personId, changes })
  return counts
}

interface Kept {
  before: string | null
  after: string | null
}

/** @returns why somebody is left alone; null when they have again what they had. */
async function undoOne(tx: Tx, person: Person, row: Kept, undoing: Undoing): Promise<string | null> {
  const { kind, tag, doer } = undoing
  if (kind === 'status') return undoMove(tx, person, row, undoing)
  const now = tag === null ? undefined : await findTag(tx, person.id, tag)
  if (kind === 'tag') {
    const { tagId } = JSON.parse(row.after ?? '{}') as { tagId?: string }
    if (!now) return 'The tag was taken away since'
    if (now.id !== tagId) return 'The tag was taken away and added again since'
    await removeTag(tx, person.id, now.id, doer)
    return null
  }
  if (now) return 'The tag was added again since'
  const before = JSON.parse(row.before ?? '{}') as { tag: string; at: string; by: string | null }
  await restoreTag(tx, person.id, before, doer)
  return null
}

async function undoMove(tx: Tx, person: Person, row: Kept, { doer, moved }: Undoing): Promise<string | null> {
  const before = JSON.parse(row.before ?? '{}') as { standing: Standing; reason: string | null; until: string | null }
  const after = JSON.parse(row.after ?? '{}') as { moveId: string; answered: boolean }
  const newest = (await newestMoves(tx, [person.id])).get(person.id)
  if (newest?.id !== after.moveId || person.standing !== newest.standing) {
    if (!newest || person.standing !== newest.standing) return 'Taken off the roster since'
    const to = standingWords[newest.standing].toLowerCase()
    return `Moved to ${to} on ${day.format(new Date(newest.at))}${newest.by ? ` by ${newest.by}` : ''}, after this`
  }
  if (after.answered) return 'Their wish to join was answered by this, and they were told. Change their status on their own page'
  const written = await writeStanding(
    tx,
    person,
    { to: before.standing, reason: before.reason, until: before.until, because: 'What was done to several people together was undone' },
    doer,
  )
  moved.push({ before: person, after: written.after })
  return null
}
