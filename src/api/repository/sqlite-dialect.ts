import { SqliteAdapter, SqliteDialect } from 'kysely'

/** Kysely's SQLite, but a migration that fails is rolled back: SQLite undoes a change of shape like any other, which Kysely does not count on. */
export class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
