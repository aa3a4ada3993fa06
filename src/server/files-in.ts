import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The path of every file in a folder and the folders in it. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
