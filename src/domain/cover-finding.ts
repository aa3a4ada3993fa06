import type { Cover } from './cover.ts'
import { regionWords } from './words.ts'

const seatWords = { chair: 'chairs', author: 'authors' } as const
const perCent = (cover: number) => `${Math.round(cover * 100)} per cent`

/** What the figures come to, in sentences: how many regions are covered, which is worst off in which role and why, and what is about to get worse. */
export function coverFinding({ regions, england }: Pick<Cover, 'regions' | 'england'>): string[] {
  const roles = regions.flatMap(({ region, figures }) => (['chair', 'author'] as const).map((seat) => ({ region, seat, ...figures[seat] })))
  const under = roles.filter(({ state }) => state === 'short' || state === 'thin').toSorted((a, b) => (a.whole.cover ?? 0) - (b.whole.cover ?? 0))
  const [worst] = under
  const covered = regions.filter(({ figures }) => [figures.chair, figures.author].every(({ state }) => state === 'met' || state === 'no-work')).length
  const due = regions.filter(({ checksDue }) => checksDue > 0).toSorted((a, b) => b.checksDue - a.checksDue)[0]
  return [
    regions.length === 1
      ? covered === 1
        ? `${nameOf(regions)} is covered in both roles.`
        : `${nameOf(regions)} is under its target.`
      : `${covered} of ${regions.length} regions are covered in both roles.`,
    ...(worst
      ? [
          `${regionWords[worst.region]} has fewest ${seatWords[worst.seat]} for its work: ${worst.ready} could be appointed, which covers ${perCent(worst.whole.cover ?? 0)} of it${
            worst.whole.binds === 'days' ? ', counted in days a year' : ', counted in reviews at once'
          }.`,
        ]
      : []),
    ...(england
      ? [
          `All together ${england.reviewsAtOnce} reviews can run at once, each with two different people; a busy year has ${Math.ceil(england.busyInHand)} in hand.`,
        ]
      : []),
    ...(due ? [`${due.checksDue === 1 ? '1 check falls' : `${due.checksDue} checks fall`} due in ${regionWords[due.region]} within 90 days.`] : []),
  ]
}

const nameOf = (regions: Cover['regions']) => (regions[0] ? regionWords[regions[0].region] : '')
