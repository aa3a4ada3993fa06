import type { NamesWarning } from './names-warning.ts'

const kinds: Record<NamesWarning['kind'], string> = {
  label: 'a label',
  initials: 'initials',
  'birth-date': 'a date of birth',
  name: 'a name',
  address: 'an address',
  number: 'a number',
}

/** What is said wherever somebody writes words that look as if they named a child, a family or a case. */
export const namesWords = {
  title: 'Look again: does this name a child, a family or a case?',
  text: 'Some words look as if they might. We cannot be sure, and you know best. If they do, take them out: what you learnt says as much without.',
  readFirst: 'Look at these words, then take them out or say that they name nobody',
  read: 'I have looked: these words name no child, family or case',
  found: ({ kind, found }: NamesWarning): string => `“${found}” (${kinds[kind]})`,
}
