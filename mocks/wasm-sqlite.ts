import sqlite3InitModule, { type Database as WasmDatabase, type Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import { Kysely } from 'kysely'
import type { Database } from '#api/repository/database.ts'
import { TransactionalSqliteDialect } from '#api/repository/sqlite-dialect.ts'

export interface WasmHome {
  db: Kysely<Database>
  /** The whole database as bytes. Waits for its turn, so that no half-done transaction is ever in it. */
  image: () => Promise<Uint8Array>
  /** How many rows were changed since it was opened. */
  changes: () => number
}

let loading: Promise<Sqlite3Static> | undefined

/** SQLite compiled to WebAssembly, in memory: empty, or as an image had it. */
export async function openWasm(image?: Uint8Array): Promise<WasmHome> {
  loading ??= sqlite3InitModule()
  const sqlite3 = await loading
  const connection = new sqlite3.oo1.DB(':memory:')
  if (image) restore(sqlite3, connection, image)
  connection.exec('pragma foreign_keys = on')
  const db = new Kysely<Database>({
    dialect: new TransactionalSqliteDialect({ database: { prepare: (sql) => prepared(sqlite3, connection, sql), close: () => connection.close() } }),
  })
  return {
    db,
    image: () => db.connection().execute(async () => sqlite3.capi.sqlite3_js_db_export(connection)),
    changes: () => sqlite3.capi.sqlite3_total_changes(connection),
  }
}

function restore({ capi, wasm }: Sqlite3Static, { pointer }: WasmDatabase, image: Uint8Array): void {
  const bytes = wasm.allocFromTypedArray(image)
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE
  const result = capi.sqlite3_deserialize(pointer as number, 'main', bytes, image.byteLength, image.byteLength, flags)
  if (result !== 0) throw new Error(`The kept database could not be opened (${result})`)
}

/** Kysely uses a statement once, so it is freed as soon as it ran. */
function prepared({ capi }: Sqlite3Static, connection: WasmDatabase, sql: string) {
  const statement = connection.prepare(sql)
  const bind = (parameters: readonly unknown[]) => {
    // Kysely binds only what SQLite can hold.
    if (parameters.length > 0) statement.bind(parameters as string[])
  }
  function* rows(parameters: readonly unknown[]): IterableIterator<unknown> {
    try {
      bind(parameters)
      while (statement.step()) yield statement.get({})
    } finally {
      statement.finalize()
    }
  }
  return {
    reader: statement.columnCount > 0,
    all: (parameters: readonly unknown[]) => [...rows(parameters)],
    iterate: rows,
    run: (parameters: readonly unknown[]) => {
      try {
        bind(parameters)
        statement.step()
      } finally {
        statement.finalize()
      }
      return { changes: connection.changes(), lastInsertRowid: Number(capi.sqlite3_last_insert_rowid(connection)) }
    },
  }
}
