import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Database } from '#api/repository/database.ts'
import { TransactionalSqliteDialect } from '#api/repository/sqlite-dialect.ts'

/**
 * SQLite as Node ships it, in a file or ':memory:', the latter empty or as an image has it. Every commit reaches the disk before it is acknowledged (WAL, synchronous FULL).
 * Kysely runs one transaction at a time on the one connection.
 */
export function openSqlite(file: string, image?: Uint8Array): Kysely<Database> {
  const connection = new DatabaseSync(file)
  if (image) connection.deserialize(image)
  connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000')
  const prepare = (sql: string) => {
    const statement = connection.prepare(sql)
    // Kysely binds only what SQLite can hold.
    const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
      run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
    }
  }
  return new Kysely<Database>({ dialect: new TransactionalSqliteDialect({ database: { prepare, close: () => connection.close() } }) })
}
