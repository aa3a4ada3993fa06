import type { CatalogueEntry } from '#domain/training.ts'
import { showMinutes } from '#lib/show.ts'

type Gap = NonNullable<NonNullable<CatalogueEntry['recommended']>['gap']>

/** The words of the catalogue of modules. */
export const catalogueCopy = {
  log: 'Your learning log',
  certificates: 'Your certificates',
  banks: 'Question banks',
  intro: 'Read a module in any number of sittings: you come back to the place where you stopped. Every module ends with a knowledge check.',
  left: (minutes: number) => (minutes === 0 ? 'Nothing is left on your path.' : `About ${showMinutes(minutes)} left on your path.`),
  titles: {
    recommended: 'Recommended for you',
    'in-progress': 'In progress',
    expired: 'Expired: pass the check again',
    'not-started': 'Not started',
    done: 'Completed',
  },
  all: 'Modules',
  role: 'Written for',
  anyRole: 'Any role',
  skill: 'Leads to the skill',
  anySkill: 'Any skill',
  apply: 'Apply filters',
  clear: 'Clear filters',
  found: (shown: number, all: number) => (shown === all ? `${all} modules` : `${shown} of ${all} modules`),
  none: 'No module fits both filters. Change one of them, or clear them.',
  rate: 'Rate your skills',
  rateWhy: 'and what is recommended here will follow from your gaps as well.',
  next: (title: string) => `It is next on your path, the ${title.toLowerCase()}.`,
  gap: ({ name, skill, self, needs }: Gap) =>
    self === 0
      ? `You rated ${name} (${skill}) as not there yet, and your roles ask for level ${needs}.`
      : `You rated ${name} (${skill}) at level ${self}, and your roles ask for level ${needs}.`,
  takes: (minutes: number) => `Takes about ${showMinutes(minutes)}.`,
  minutesLeft: (minutes: number) => `About ${showMinutes(minutes)} left.`,
  newer: 'A newer version is out: its page says what changed.',
  bestAfter: 'Best after',
  notAsked: 'Not asked of your roles; open to you all the same.',
}
