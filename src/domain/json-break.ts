// The text between two quotation marks is read without a choice, so that a mark that is never closed costs one pass and no more.
const token =
  // oxlint-disable-next-line no-control-regex -- JSON forbids them inside a text
  /(?:([{}[\]:,])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y
const space = /[ \t\n\r]*/y

/** What may come next: a value, a value or the end of an empty list, a name, a name or the end of an empty object, a colon, or what follows a value. */
type Next = 'value' | 'first-value' | 'name' | 'first-name' | 'colon' | 'after'

/**
 * The first place where a text stops being JSON, or null when it is JSON. Engines tell it in their own ways or not at all, so it is looked for here.
 * @returns an index into the text; its length when more had to come
 */
export function whereJsonBreaks(text: string): number | null {
  const open: string[] = []
  let next: Next = 'value'
  let at = past(space, text, 0)
  while (at < text.length) {
    token.lastIndex = at
    const found = token.exec(text)
    const after: Next | null = found && step(next, found[1], found[2] !== undefined, open)
    if (!found || !after) return at
    next = after
    at = past(space, text, at + found[0].length)
  }
  return next === 'after' && open.length === 0 ? null : at
}

/** What may come after a token, or null when the token may not come here. */
function step(next: Next, sign: string | undefined, isText: boolean, open: string[]): Next | null {
  const isName = next === 'name' || next === 'first-name'
  if (sign === undefined) return isName ? (isText ? 'colon' : null) : next === 'value' || next === 'first-value' ? 'after' : null
  if (sign === ':') return next === 'colon' ? 'value' : null
  if (sign === ',') return next !== 'after' ? null : open.at(-1) === '{' ? 'name' : open.at(-1) === '[' ? 'value' : null
  if (sign === '{' || sign === '[') {
    if (next !== 'value' && next !== 'first-value') return null
    open.push(sign)
    return sign === '{' ? 'first-name' : 'first-value'
  }
  const mayEnd = next === 'after' || next === (sign === '}' ? 'first-name' : 'first-value')
  return mayEnd && open.pop() === (sign === '}' ? '{' : '[') ? 'after' : null
}

function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}
