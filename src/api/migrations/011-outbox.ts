import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * When a mail is tried next, so that a mail server may be away for a day; null once it was sent or given up. What an earlier version kept too long goes:
 * the words of mails that were sent, with links in them, and passphrases that were chosen before an address was confirmed.
 */
export const outbox: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('mail').addColumn('next_try_at', 'text').execute()
    await db.schema.createIndex('mail_due').on('mail').column('next_try_at').execute()
    await sql`update mail set next_try_at = created_at, tries = 0 where sent_at is null`.execute(db)
    await sql`update mail set text = '' where sent_at is not null`.execute(db)
    await sql`update account set passphrase = null where confirmed_at is null`.execute(db)
  },
}
