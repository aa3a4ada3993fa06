import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diskFiles } from './disk-files.ts'
import { commandScanner } from './scanner.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panel-pool-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

const id = '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e'
const bytes = Uint8Array.of(0, 255, 10, 13, 0)

describe('files on disk', () => {
  test('come back byte for byte, and are there for another process', async () => {
    await diskFiles(join(folder, 'new/one')).put(id, bytes)
    expect(await diskFiles(join(folder, 'new/one')).get(id)).toEqual(bytes)
  })

  test('are stored under their id alone, and only their owner on the machine may read them', async () => {
    await diskFiles(folder).put(id, bytes)
    expect(await readdir(folder)).toEqual([id])
    expect((await stat(join(folder, id))).mode & 0o077).toBe(0)
  })

  test('removed, they are gone, and removing again is no fault', async () => {
    const files = diskFiles(folder)
    await files.put(id, bytes)
    await files.remove(id)
    await files.remove(id)
    expect(await files.get(id)).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  test.each(['../outside', '/etc/passwd', 'a.pdf', ''])('a name such as "%s" is refused, never followed', async (name) => {
    const files = diskFiles(folder)
    await expect(files.put(name, bytes)).rejects.toThrow('under an id')
    await expect(files.get(name)).rejects.toThrow('under an id')
    await expect(files.remove(name)).rejects.toThrow('under an id')
  })
})

describe('a program that scans', () => {
  async function scanner(script: string) {
    const path = join(folder, 'scan.mjs')
    await writeFile(path, script)
    return commandScanner(`${process.execPath} ${path} --quiet`)
  }

  test('gets the file on its standard input, whole', async () => {
    const scan = await scanner(`
      import { writeFileSync } from 'node:fs'
      const chunks = []
      for await (const chunk of process.stdin) chunks.push(chunk)
      writeFileSync(${JSON.stringify(join(folder, 'seen'))}, Buffer.concat(chunks))`)
    const large = new Uint8Array(3_000_000).fill(7)
    expect(await scan(large, 'application/pdf')).toBe('clean')
    expect((await readFile(join(folder, 'seen'))).equals(large)).toBe(true)
  })

  test('that ends with 1 has found something', async () => {
    expect(await (await scanner('process.exit(1)'))(new Uint8Array(3_000_000), 'text/plain')).toBe('infected')
  })

  test('that ends in any other way, or cannot be started, gives no answer', async () => {
    await expect((await scanner('process.exit(2)'))(bytes, 'text/plain')).rejects.toThrow(/gave no answer: it ended with 2/)
    await expect(commandScanner('/no/such/program -')(bytes, 'text/plain')).rejects.toThrow(/could not be started/)
  })
})
