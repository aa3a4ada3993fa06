/** A tag of an XML file. `text` is what stood before it since the last one. */
export interface XmlTag {
  name: string
  attributes: string
  kind: 'opens' | 'closes' | 'empty'
  text: string
}

/**
 * The tags of an XML file one by one, without their namespace's prefix. Made for the parts of a workbook: it looks at every character once, whatever the file
 * holds, knows no entities but the five of XML, and fetches nothing.
 */
export function* xmlTags(xml: string): Generator<XmlTag> {
  let text = ''
  let at = 0
  while (at < xml.length) {
    const opens = xml.indexOf('<', at)
    if (opens === -1) return
    text += decoded(xml.slice(at, opens))
    if (xml.startsWith('<![CDATA[', opens)) {
      const ends = xml.indexOf(']]>', opens)
      if (ends === -1) return
      text += xml.slice(opens + 9, ends)
      at = ends + 3
      continue
    }
    if (xml.startsWith('<!--', opens)) {
      const ends = xml.indexOf('-->', opens)
      if (ends === -1) return
      at = ends + 3
      continue
    }
    const ends = endOfTag(xml, opens)
    if (ends === -1) return
    at = ends + 1
    const first = xml.charAt(opens + 1)
    if (first === '?' || first === '!') continue
    const closes = first === '/'
    const empty = xml.charAt(ends - 1) === '/'
    const inside = xml.slice(opens + (closes ? 2 : 1), empty ? ends - 1 : ends)
    const space = inside.search(/\s/)
    const name = space === -1 ? inside : inside.slice(0, space)
    yield {
      name: name.slice(name.indexOf(':') + 1),
      attributes: space === -1 ? '' : inside.slice(space),
      kind: closes ? 'closes' : empty ? 'empty' : 'opens',
      text,
    }
    text = ''
  }
}

/** A value in quotation marks may hold the sign that ends a tag. */
function endOfTag(xml: string, opens: number): number {
  let quote = ''
  for (let at = opens + 1; at < xml.length; at += 1) {
    const char = xml.charAt(at)
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at
  }
  return -1
}

/** The value of one attribute, or undefined. */
export function attribute({ attributes }: XmlTag, name: string): string | undefined {
  const [, , value] = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(attributes) ?? []
  return value === undefined ? undefined : decoded(value)
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = name.charAt(1).toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
