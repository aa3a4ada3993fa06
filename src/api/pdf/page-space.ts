import type { Font } from './pdf-font.ts'

/** A4 in points, and what is left free around what is written. */
export const paper = { width: 595.28, height: 841.89, left: 57, right: 57, top: 60, bottom: 64 }
export const measure = paper.width - paper.left - paper.right

/** Words in lines that are no wider than `width`; a word that is wider is broken where the line ends. Each line ends in the space that was broken at. */
export function linesOf(text: string, font: Font, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  const fits = (longer: string) => font.widthOf(longer.trimEnd(), size) <= width
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (fits(line + word)) {
      line += `${word} `
      continue
    }
    if (line) lines.push(line)
    let rest = word
    while (!fits(rest)) {
      const letters = Array.from(rest)
      let many = letters.length - 1
      while (many > 1 && !fits(letters.slice(0, many).join(''))) many -= 1
      lines.push(letters.slice(0, many).join(''))
      rest = letters.slice(many).join('')
    }
    line = `${rest} `
  }
  return line ? [...lines, line] : lines
}
