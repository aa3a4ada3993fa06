import { spawn } from 'node:child_process'
import type { ApiDeps } from '#api/deps.ts'

const patience = 60_000

/**
 * Asks a program whether a file is harmful: it gets the file on its standard input and ends with 0 for clean or 1 for infected, as `clamdscan -` does.
 * Anything else is no answer.
 * @param command the program and its arguments, parted by spaces; no shell reads it.
 */
export function commandScanner(command: string): ApiDeps['scan'] {
  const [program = '', ...args] = command.split(/\s+/).filter(Boolean)
  return (bytes) =>
    new Promise((resolve, reject) => {
      const scanner = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: patience })
      scanner.on('error', (error) => reject(new Error(`The scanner of SCAN_COMMAND could not be started: ${error.message}`)))
      scanner.on('exit', (code, signal) => {
        if (code === 0) resolve('clean')
        else if (code === 1) resolve('infected')
        else reject(new Error(`The scanner of SCAN_COMMAND gave no answer: it ended with ${code ?? signal}`))
      })
      // A scanner that has seen enough closes its input early: that is no fault.
      scanner.stdin.on('error', () => undefined)
      scanner.stdin.end(bytes)
    })
}

/** Where no scanner is set, files are taken as they are: their kind is still read from their content. */
export const noScanner: ApiDeps['scan'] = async () => 'clean'
