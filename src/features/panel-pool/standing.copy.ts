import { showDate } from '#lib/show.ts'

/** The words of moving somebody to another standing. */
export const copy = {
  title: (name: string) => `Change the status of ${name}`,
  now: (standing: string, until: string | null) =>
    until ? `Now: ${standing.toLowerCase()} until ${showDate(until)}.` : `Now: ${standing.toLowerCase()}.`,
  none: 'There is no status that you can move this person to from here.',
  to: 'New status',
  until: 'Until when?',
  untilHint: 'For a pause, if it is known. Nothing happens by itself on that day.',
  reason: 'Why?',
  reasonHint: 'The person and other coordinators can read this in the history.',
  save: 'Change the status',
  done: (name: string, standing: string) => `The status of ${name} is now: ${standing.toLowerCase()}`,
  changed: (standing: string) =>
    `Somebody changed this record meanwhile: the status is now ${standing.toLowerCase()}. What you typed is still here. Look again, then send it.`,
}
