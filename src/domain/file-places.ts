import type { Path } from './framework-consistency.ts'

/** One thing wrong with a file. `at` is a JSON pointer (`/CFItems/3/fullStatement`) or, in text, `line 12, column 4 (level)`. */
export interface FileFault {
  at: string
  detail: string
}

/** A framework that was found in a file but not yet checked, and where each part of it stands there. */
export interface Gathered {
  document: unknown
  places: Places
}

/** Where each part of a framework stands in the file it was read from. What was not marked stands where the part around it does. */
export class Places {
  readonly #marked = new Map<string, string>()

  mark(path: Path, place: string): void {
    this.#marked.set(path.join('/'), place)
  }

  of(path: Path): string {
    for (let length = path.length; length >= 0; length -= 1) {
      const place = this.#marked.get(path.slice(0, length).join('/'))
      if (place !== undefined) return place
    }
    return ''
  }
}
