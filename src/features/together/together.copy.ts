import type { Command, CommandKind, CommandRows } from '#domain/command.ts'
import { standingWords } from '#domain/words.ts'
import { showDate, showMoment, showNumber } from '#lib/show.ts'

const people = (count: number) => (count === 1 ? '1 person' : `${showNumber(count)} people`)

const inOneLine = ({ kind, says }: Command): string => {
  if (kind === 'status') return `Status changed to ${says.to ? standingWords[says.to].toLowerCase() : ''}`
  if (kind === 'message') return 'Message sent'
  if (kind === 'confirm') return 'Asked to confirm their details'
  return kind === 'tag' ? `Tag added: ${says.tag}` : `Tag taken away: ${says.tag}`
}

/** The words of what is done to several people together. */
export const copy = {
  people,
  toRoster: 'Roster',
  toList: 'Done together',
  nobody: 'Nobody is chosen. Choose people on the roster first, then what to do with them.',
  title: {
    status: 'Change the status of several people',
    message: 'Write to several people',
    confirm: 'Ask several people whether their details are still right',
    tag: 'Add a tag to several people',
    untag: 'Take a tag away from several people',
    export: 'Export several people',
  } satisfies Record<CommandKind | 'export', string>,
  chosen: (count: number, names: readonly string[]) => {
    const more = count - names.length
    const named = names.length > 0 && more >= 0
    if (!named) return `You chose all ${people(count)} whom the list shows.`
    return `You chose ${people(count)}: ${names.join(', ')}${more > 0 ? ` and ${showNumber(more)} more` : ''}.`
  },
  canUndo: 'This can be undone later, by you or by another coordinator who may. Who is changed in between is left alone then.',
  cannotUndo: 'A mail that was sent cannot be taken back. Check your words, and whom they go to, before you send.',
  to: 'New status',
  toNone: 'Choose the new status',
  toHint: 'Each person moves by the rules that hold for one. Who cannot move there is left as they are, and you are told why.',
  until: 'Until when?',
  untilHint: 'For a pause, if it is known. Nothing happens by itself on that day.',
  reason: 'Why?',
  reasonHint: 'The people and other coordinators can read this in the history.',
  words: 'What do you want to write?',
  wordsHint: 'It begins with “Hello” and their name, and ends with where to answer: your own address.',
  warning: 'These words name nobody',
  warningYes: 'I have read them again: they name no child, family or case',
  confirmWhat: 'Each member gets a mail that asks them to look at their days, reviews in hand and absences, and to say whether they are still right.',
  tag: 'Tag',
  tagHint:
    'Your own words for people of a kind, such as “Speaks at events”. Coordinators see it on the roster. The person sees it in the record of what is held on them.',
  tagsInUse: (tags: readonly string[]) => ` In use: ${tags.join(', ')}.`,
  untag: 'Which tag?',
  untagNone: 'Choose a tag',
  noTags: 'Nobody has a tag yet.',
  look: 'See what this would do',
  wouldTitle: 'What this would do',
  would: {
    status: (count: number) => `It would change the status of ${people(count)}.`,
    message: (count: number) => `It would send ${people(count)} a mail.`,
    confirm: (count: number) => `It would ask ${people(count)} by mail.`,
    tag: (count: number) => `It would add the tag to ${people(count)}.`,
    untag: (count: number) => `It would take the tag away from ${people(count)}.`,
  } satisfies Record<CommandKind, (count: number) => string>,
  wouldNot: (why: string, count: number) => `${why}: ${people(count)}`,
  others: 'Left as they are:',
  missing: (count: number) => `Not there any more, or not yours to change: ${people(count)}`,
  doIt: {
    status: (count: number) => `Change ${people(count)}`,
    message: (count: number) => `Send to ${people(count)}`,
    confirm: (count: number) => `Ask ${people(count)}`,
    tag: (count: number) => `Add the tag to ${people(count)}`,
    untag: (count: number) => `Take the tag away from ${people(count)}`,
  } satisfies Record<CommandKind, (count: number) => string>,
  exportWhat:
    'The file holds what the roster shows of the people you chose, by name. That you exported it is written into the account of what was done.',
  columns: 'Which columns?',
  contact: 'E-mail addresses and phone numbers too',
  csv: 'Export as CSV',
  xlsx: 'Export as XLSX',
  saved: 'The file is saved.',
  listTitle: 'Done together',
  listIntro:
    'What coordinators did to several people at once, with what became of each. A change of status and a tag can be undone here; a mail cannot.',
  toImports: 'Lists that you imported, and undoing them',
  none: 'Nothing was done to several people together yet. Choose people on the roster to begin.',
  caption: 'What was done, the newest first',
  listColumns: ['What', 'People', 'Who', 'When', 'Undone'],
  pages: 'Pages of what was done',
  inOneLine,
  undoneState: ({ undoable, remaining, undone, left }: Command) => {
    if (!undoable) return 'Cannot be undone'
    if (undone + left === 0) return 'No'
    return remaining > 0 ? `In part: ${people(undone)}` : `Yes: ${people(undone)}`
  },
  oneTitle: inOneLine,
  who: 'Who',
  by: ({ by, at }: Command) => `${by.name}, ${showMoment(at)}`,
  outcome: 'What became of it',
  counts: ({ done, refused, unchanged, missing }: Command) =>
    [
      `Done: ${people(done)}.`,
      ...(refused > 0 ? [`Refused: ${people(refused)}.`] : []),
      ...(unchanged > 0 ? [`Already so: ${people(unchanged)}.`] : []),
      ...(missing > 0 ? [`Not there any more, or not yours to change: ${people(missing)}.`] : []),
    ].join(' '),
  why: 'Why',
  untilRow: 'Until',
  showDate,
  message: 'Words',
  undone: 'Undone',
  undoneSays: ({ undone, left, undoneLast }: Command) =>
    `${undoneLast?.by ?? ''}, ${undoneLast ? showMoment(undoneLast.at) : ''}: ${people(undone)} as before, ${left === 0 ? 'nobody' : people(left)} left alone because they were changed since.`,
  undo: 'Undo',
  undoAsk: 'Undo this?',
  undoWhat: (count: number) => `${people(count)} get back what they had before. Whoever was changed since is left alone and listed, with why.`,
  undoYes: 'Yes, undo it',
  undoNo: 'No, leave it',
  undoneSaid: ({ undone, left }: Command) =>
    `Undone: ${people(undone)} as before.${left > 0 ? ` ${people(left)} left alone.` : ' Nobody was left alone.'}`,
  changedMeanwhile: 'Somebody else undid this meanwhile, or it changed. What is shown here is as it is now.',
  done: 'Done',
  peopleOf: 'The people',
  show: 'Show',
  shows: { all: 'Everybody', done: 'Done', refused: 'Refused', unchanged: 'Already so', left: 'Left alone when undone' },
  rowColumns: ['Name', 'What became of it', 'Undone'],
  became: ({ outcome, why, before, after }: CommandRows['rows'][number]) => {
    if (outcome === 'done') return before && after ? `Done: ${before} → ${after}` : 'Done'
    return outcome === 'refused' ? `Refused. ${why}` : why
  },
  rowUndone: ({ undone, undoneWhy }: CommandRows['rows'][number]) =>
    undone === 'undone' ? 'As before' : undone === 'left' ? `Left alone. ${undoneWhy}` : '',
  nobodyHere: 'Nobody.',
  peoplePages: 'Pages of people',
}
