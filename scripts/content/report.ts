/** One thing wrong with a file, where it is, and what to do about it. */
export interface Fault {
  file: string
  line: number
  what: string
}

/** Gathers every fault before anything is written, so that an editor mends them in one go. */
export class Report {
  readonly faults: Fault[] = []

  add(file: string, line: number, what: string): void {
    this.faults.push({ file, line, what })
  }

  get text(): string {
    return this.faults
      .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
      .map(({ file, line, what }) => `${file}:${line}: ${what}`)
      .join('\n')
  }
}
