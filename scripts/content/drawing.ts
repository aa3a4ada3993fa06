import type { Drawing } from '#domain/module.ts'
import type { Report } from './report.ts'

/** Shapes and words. Anything that could load, run or style something else is left out on purpose. */
const tags = new Set('svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker'.split(' '))
const attributes = new Set(
  (
    'id transform d x y x1 y1 x2 y2 cx cy r rx ry dx dy width height points viewBox preserveAspectRatio refX refY markerWidth markerHeight markerUnits orient ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity opacity marker-start marker-mid marker-end ' +
    'font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing'
  ).split(' '),
)
/** What the page sets itself on the drawing as a whole. */
const ofThePage = /^(xmlns|role|version|width|height|aria-.+)$/

/** How wide a drawing is on the narrowest screen, and how small its words may become there, in px. */
const narrowest = 288
const smallest = 10
const usualSize = 16

/**
 * Reads an SVG to a tree of its elements. `prefix` goes before its ids, so that two drawings on one page do not share any. Null when something is wrong,
 * which is reported with its line.
 */
export function readDrawing(text: string, file: string, prefix: string, report: Report): Drawing | null {
  const before = report.faults.length
  const at = (index: number) => text.slice(0, index).split('\n').length
  const top: Drawing = { tag: '', attributes: {}, children: [] }
  const open: Drawing[] = [top]
  const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:-]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g
  for (const { 0: all, 1: closing, 2: tag, 3: given = '', 4: closed, index } of text.matchAll(token)) {
    const line = at(index)
    const parent = open.at(-1) ?? top
    if (all === '<') {
      report.add(file, line, 'This is not an SVG: a tag is not closed or not quoted as it should be')
      return null
    } else if (tag === undefined) {
      if (all.startsWith('<')) continue
      if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(all)) report.add(file, line, 'Write & as &amp;')
      const words = decoded(all).replace(/\s+/g, ' ')
      if (['text', 'tspan', 'title', 'desc'].includes(parent.tag)) parent.children.push(words)
      else if (words.trim() !== '') report.add(file, line, `"${words.trim().slice(0, 30)}" stands outside a text element`)
    } else if (closing) {
      if (parent.tag !== tag) {
        report.add(file, line, `</${tag}> closes nothing: ${parent.tag === '' ? 'nothing' : `<${parent.tag}>`} is open here`)
        return null
      }
      open.pop()
    } else {
      if (!tags.has(tag)) report.add(file, line, `A drawing cannot hold <${tag}>: it is made of shapes and text, and loads or runs nothing`)
      const element: Drawing = { tag, attributes: read(given, parent === top, prefix, (what) => report.add(file, line, what)), children: [] }
      parent.children.push(element)
      if (!closed) open.push(element)
    }
  }
  const [svg, ...others] = top.children
  if (typeof svg !== 'object' || svg.tag !== 'svg' || others.length > 0 || open.length > 1) {
    report.add(file, 1, 'A drawing is one <svg> element, closed at the end')
    return null
  }
  const width = Number(/^[\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)[ ,]+[\d.]+$/.exec(svg.attributes['viewBox'] ?? '')?.[1] ?? 0)
  if (width === 0) report.add(file, 1, 'The drawing needs a viewBox, such as viewBox="0 0 320 200"')
  else {
    const least = leastSize(svg, usualSize)
    if ((least * narrowest) / width < smallest)
      report.add(
        file,
        1,
        `Words of size ${least} in a drawing ${width} wide are too small to read on a narrow screen: make them at least ${Math.ceil((smallest * width) / narrowest)}`,
      )
  }
  return report.faults.length > before ? null : svg
}

function read(given: string, top: boolean, prefix: string, refuse: (what: string) => void): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', quoted = ''] of given.matchAll(/([\w:-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const value = decoded(quoted.slice(1, -1))
    if (top && ofThePage.test(name)) continue
    if (!attributes.has(name))
      refuse(`A drawing cannot hold the attribute ${name}: write shapes with their own colours, and nothing that loads, runs or styles`)
    else if (/url\((?!#)|:\/\/|javascript:|data:/i.test(value)) refuse(`${name} refers to something outside the drawing`)
    else {
      const own = name === 'id' ? `${prefix}-${value}` : value.replace(/url\(#/g, `url(#${prefix}-`)
      found[name.replace(/-([a-z])/g, (_, first: string) => first.toUpperCase())] = own
    }
  }
  return found
}

/** The smallest size of any words, in units of the drawing; infinite when it has none. */
function leastSize({ tag, attributes: { fontSize }, children }: Drawing, inherited: number): number {
  if (['title', 'desc'].includes(tag)) return Infinity
  const size = fontSize === undefined ? inherited : Number.parseFloat(fontSize)
  return Math.min(...children.map((child) => (typeof child === 'object' ? leastSize(child, size) : child.trim() === '' ? Infinity : size)), Infinity)
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decoded = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, digits?: string, name?: string) =>
    name ? (named[name] ?? all) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(digits)),
  )
