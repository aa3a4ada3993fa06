import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { freePort } from '#testing/free-port.ts'
import { type ServerProcess, startServerProcess } from '#testing/server-process.ts'

describe('the server on PostgreSQL', () => {
  let admin: pg.Client
  let name: string
  let server: ServerProcess
  let origin: string
  beforeEach(async () => {
    name = `served_${process.pid}_${Date.now().toString(36)}`
    admin = new pg.Client({ connectionString: `${inject('postgres')}/postgres` })
    await admin.connect()
    await admin.query(`create database ${name}`)
    const port = await freePort()
    origin = `http://127.0.0.1:${port}`
    server = await startServerProcess({ PORT: String(port), DATABASE_URL: `${inject('postgres')}/${name}`, CHECK_REPLIES: '1' })
  })
  afterEach(async () => {
    await server.kill()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })

  const health = async () => (await fetch(`${origin}/api/health`)).status
  /** As a restart of PostgreSQL does to every connection. */
  const breakConnections = () => admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])

  test('starts on an empty database, migrates it, and outlives a database that goes away and comes back', async () => {
    expect(await health()).toBe(200)
    const { rows } = await admin.query('select 1 from pg_stat_activity where datname = $1', [name])
    expect(rows.length).toBeGreaterThan(0)
    await admin.query(`alter database ${name} allow_connections false`)
    await breakConnections()
    expect(await health()).toBe(500)
    await admin.query(`alter database ${name} allow_connections true`)
    expect(await health()).toBe(200)
    expect(server.process.exitCode).toBeNull()
    expect(server.said()).toContain('terminating connection due to administrator command')
  })
})
