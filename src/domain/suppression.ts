/** A group of fewer people than this may be recognised. Source: the usual threshold of official statistics; ours to set. */
const few = 5

/**
 * One line of a table: in each column, how many of `people` are counted; null where there is nobody else to protect, as in a count of people itself.
 * The lines of one table share no person. Whoever sees two tables made from them, such as "active" and "everyone", can subtract one from the other, so
 * lines that can be got at in that way are withheld together.
 */
export interface Line {
  counted: readonly number[]
  people: readonly (number | null)[]
}

/** What is not shown: whole columns of a table's lines, and their totals. */
export interface Withheld {
  columns: ReadonlySet<number>
  total: boolean
}

export const nothingWithheld: Withheld = { columns: new Set(), total: false }

/** Some people, but so few that they may be recognised. Nobody at all is no group. */
export const isFew = (people: number): boolean => people > 0 && people < few

/**
 * What has to be withheld so that no group under five is shown, neither those counted nor the others, and none follows by subtraction. A column is
 * withheld when a line of it is a small group; then, smallest column first, as many more as it takes until what is withheld of each line is together
 * nobody or five and more, on both sides; and where no column is left, the totals. Columns in `known` are open to whoever looks: they are never withheld
 * and hide nothing.
 *
 * It only adds to `before`, so that what is withheld from one reader can be withheld from the next one too.
 */
export function withhold(lines: readonly Line[], before: Withheld = nothingWithheld, known: ReadonlySet<number> = new Set()): Withheld {
  const all = [...(lines[0]?.counted.keys() ?? [])].filter((column) => !known.has(column))
  const small = all.filter((column) => lines.some((line) => givesAway(line, [column])))
  const columns = new Set([...before.columns, ...small])
  // Without the totals there is nothing to subtract from.
  if (before.total || lines.some((line) => givesAway(line, all))) return { columns, total: true }
  const more = all.filter((column) => !columns.has(column) && sizeOf(lines, column) > 0).toSorted((a, b) => sizeOf(lines, a) - sizeOf(lines, b))
  const hidden = () => all.filter((column) => columns.has(column))
  while (lines.some((line) => givesAway(line, hidden()))) {
    const next = more.shift()
    if (next === undefined) return { columns: new Set([...before.columns, ...small]), total: true }
    columns.add(next)
  }
  return { columns, total: false }
}

/** Whether knowing the sums of these columns would mean knowing a small group: of those counted, or of the others. */
function givesAway({ counted, people }: Line, columns: readonly number[]): boolean {
  const sum = (of: readonly (number | null)[]) => columns.reduce((total, column) => total + (of[column] ?? Infinity), 0)
  const yes = sum(counted)
  return isFew(yes) || isFew(sum(people) - yes)
}

const sizeOf = (lines: readonly Line[], column: number): number =>
  lines.reduce((size, { counted, people }) => size + (people[column] ?? counted[column] ?? 0), 0)

/**
 * Which of some counts may be shown together, where each counts some of the people that the larger ones count, as the steps of a funnel do. A count is
 * withheld when it is a small group, or when it and one that is shown differ by a small group. Those that stand first are kept before those that follow.
 */
export function withholdSteps(counts: readonly number[]): (number | null)[] {
  const shown: number[] = []
  return counts.map((count) => {
    if (isFew(count) || shown.some((other) => isFew(Math.abs(other - count)))) return null
    shown.push(count)
    return count
  })
}
