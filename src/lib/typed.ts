/** What was typed into a field; the empty string where the form has no such field. Our forms hold text alone, no files. */
export function typed(values: FormData, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' ? value : ''
}

/** A whole form as it would stand in an address. */
export const typedAsSearch = (form: HTMLFormElement): URLSearchParams => {
  const values = new FormData(form)
  return new URLSearchParams([...values.keys()].flatMap((name) => values.getAll(name).map((value) => [name, typeof value === 'string' ? value : ''])))
}
