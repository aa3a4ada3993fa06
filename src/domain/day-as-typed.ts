const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as people in England type it, as YYYY-MM-DD: 2026-11-23, 23/11/2026, 23.11.26 or 23 November 2026. Null for what is no day. */
export function dayAsTyped(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/.exec(text)
  if (iso) return day(iso[1], iso[2], iso[3])
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text)
  if (numbers) return day(numbers[3], numbers[2], numbers[1])
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ ,-]*(\d{4}|\d{2})$/i.exec(text)
  return words ? day(words[3], String(months.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1), words[1]) : null
}

function day(year = '', month = '', date = ''): string | null {
  const full = year.length === 2 ? `20${year}` : year
  const typed = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const real = new Date(`${typed}T00:00:00Z`)
  // 31 February would become 3 March.
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(typed) && full >= '1900' ? typed : null
}
