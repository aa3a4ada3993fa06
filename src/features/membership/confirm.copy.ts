import { showDate, showDay } from '#lib/show.ts'

/** The words of "still right?", asked once a quarter. */
export const confirmCopy = {
  confirmedOn: (day: string) => `The member said on ${day} that all of this is right.`,
  neverConfirmed: 'The member has not said yet that this is right.',
  ask: 'Is everything on this page still right?',
  askWhy: 'Coordinators rely on it when they look for a chair or an author. If something changed, change it below first.',
  yes: 'Yes, all of this is right',
  thanks: 'Thank you. Coordinators see that you confirmed it today',
  last: (moment: string, due: string | null) => `You last said so on ${showDay(moment)}.${due ? ` We ask again on ${showDate(due)}.` : ''}`,
}
