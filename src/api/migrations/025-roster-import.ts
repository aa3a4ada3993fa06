import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Lists that coordinators import: kept as they came until they are committed, so that nothing is lost when a tab closes or the server stops. */
export const rosterImport: Migration = {
  async up(db: Kysely<unknown>) {
    // Byte order for keys and moments, so that every database compares alike.
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')

    await db.schema
      .createTable('import_draft')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('file_name', 'text', (c) => c.notNull())
      .addColumn('headings', 'text', (c) => c.notNull())
      .addColumn('headings_key', 'text', (c) => c.notNull())
      .addColumn('samples', 'text', (c) => c.notNull())
      .addColumn('notes', 'text', (c) => c.notNull())
      .addColumn('remembered', 'integer', (c) => c.notNull())
      .addColumn('columns', 'text', (c) => c.notNull())
      .addColumn('standing', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('tell', 'integer', (c) => c.notNull())
      .addColumn('rows', 'integer', (c) => c.notNull())
      .addColumn('checked', 'integer', (c) => c.notNull())
      .addColumn('created_at', key, (c) => c.notNull())
      .addColumn('committed_at', key)
      .execute()
    await db.schema.createIndex('import_draft_of').on('import_draft').columns(['person_id', 'id']).execute()

    await db.schema
      .createTable('import_row')
      .addColumn('draft_id', key, (c) => c.notNull().references('import_draft.id').onDelete('cascade'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('line', 'integer', (c) => c.notNull())
      .addColumn('cells', 'text', (c) => c.notNull())
      .addColumn('mended', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('choice', 'text')
      .addColumn('faults', 'text', (c) => c.notNull())
      .addColumn('changes', 'text', (c) => c.notNull())
      .addColumn('person_id', key)
      .addColumn('person_version', 'integer')
      .addColumn('repeats', 'integer')
      .addColumn('email_key', key)
      .addColumn('name_key', key)
      .addColumn('before', 'text')
      .addColumn('after_version', 'integer')
      .addColumn('undone', 'text')
      .addPrimaryKeyConstraint('import_row_key', ['draft_id', 'number'])
      .execute()
    await db.schema.createIndex('import_row_by_outcome').on('import_row').columns(['draft_id', 'outcome', 'number']).execute()
    await db.schema.createIndex('import_row_by_email').on('import_row').columns(['draft_id', 'email_key', 'number']).execute()
    await db.schema.createIndex('import_row_by_person').on('import_row').column('person_id').execute()

    // Which columns somebody chose for a set of headings, to be chosen for them the next time.
    await db.schema
      .createTable('import_columns')
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('headings_key', 'text', (c) => c.notNull())
      .addColumn('columns', 'text', (c) => c.notNull())
      .addColumn('at', key, (c) => c.notNull())
      .addPrimaryKeyConstraint('import_columns_key', ['person_id', 'headings_key'])
      .execute()

    await sql`create index person_by_email on person (lower(email))`.execute(db)
  },
}
