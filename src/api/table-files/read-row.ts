/** A row as its file has it; `line` is where it stands there, as whoever opens the file would count. */
export interface ReadRow {
  line: number
  cells: string[]
}
