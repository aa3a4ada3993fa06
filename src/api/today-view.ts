import { dayOf, monthsBefore } from '#domain/calendar.ts'
import { coverFinding } from '#domain/cover-finding.ts'
import type { Cover } from '#domain/cover.ts'
import { type Today, type TodayItem, putOffOn, rankToday } from '#domain/today.ts'
import type { Content } from './deps.ts'
import type { Reach } from './policy.ts'
import { checkPolicy, keepRechecks } from './repository/check-policy.ts'
import type { Db } from './repository/database.ts'
import { settingValue } from './repository/settings.ts'
import { asksFound, checksFound, type Found, requestsFound, stuckFound, unconfirmedFound, type Whom } from './repository/today.ts'
import { type Mark, marksOf, noMark } from './repository/today-marks.ts'

/** What needs doing about people: about those within reach, or about one of them alone. */
export async function foundOfPeople(db: Db, whom: Whom, now: Date): Promise<Found[]> {
  const on = dayOf(now)
  await keepRechecks(db, await checkPolicy(db))
  const [months, stuckDays] = [await settingValue(db, 'membership-confirm-months'), await settingValue(db, 'training-stuck-days')]
  return [
    ...(await checksFound(db, whom, on)),
    ...(await requestsFound(db, whom, on)),
    await asksFound(db, whom),
    await unconfirmedFound(db, whom, monthsBefore(now, months).toISOString()),
    await stuckFound(db, whom, new Date(now.getTime() - stuckDays * 86_400_000).toISOString()),
  ]
}

/** Everything that needs doing within somebody's reach: the first of each kind, with what was said of it, and how much there is. */
export async function itemsFor(db: Db, content: Content, reach: Reach, now: Date, cover: Cover): Promise<Pick<Today, 'items' | 'totals'>> {
  const found = [...(await foundOfPeople(db, reach, now)), regionsUnder(cover)]
  const marks = await marksOf(
    db,
    found.flatMap(({ items }) => items.map(({ key }) => key)),
  )
  const titles = new Map(content.modules.map(({ module }) => [module.id, module.title]))
  return {
    items: found.flatMap(({ items }) =>
      items.map((item) => ({
        ...item,
        what: item.kind === 'training-stuck' ? (titles.get(item.what ?? '') ?? item.what) : item.what,
        ...asSeenBy(reach.own, marks.get(item.key) ?? noMark),
      })),
    ),
    totals: found.map(({ total }) => total).filter(({ total }) => total > 0),
  }
}

const asSeenBy = (own: string, { version, takenBy, putOff }: Mark): Pick<TodayItem, 'version' | 'takenBy' | 'putOff'> => ({
  version,
  takenBy: takenBy && { name: takenBy.name, at: takenBy.at, own: takenBy.personId === own },
  putOff,
})

/** The roles of regions whose work is more than their people can take. `figure` is cover in per cent. */
function regionsUnder({ regions }: Cover): Found {
  const items = regions.flatMap(({ region, figures }) =>
    (['chair', 'author'] as const).flatMap((seat) =>
      figures[seat].state === 'short'
        ? [
            {
              key: `region-under:${region}:${seat}`,
              kind: 'region-under' as const,
              personId: null,
              name: null,
              region,
              what: seat,
              day: null,
              figure: Math.round((figures[seat].whole.cover ?? 0) * 100),
            },
          ]
        : [],
    ),
  )
  return { items, total: { kind: 'region-under', total: items.length, about: false } }
}

/** What a coordinator sees first: what needs doing, ranked, and the picture of cover. */
export function todayFrom(
  on: string,
  { items, totals }: Pick<Today, 'items' | 'totals'>,
  cover: Cover,
  asked: { kind?: TodayItem['kind'] | undefined; show?: 'put-off' | undefined },
): Today {
  const of = asked.kind ? items.filter(({ kind }) => kind === asked.kind) : items
  return {
    on,
    items: asked.show === 'put-off' ? putOffOn(of, on) : rankToday(of, on),
    totals,
    putOff: putOffOn(items, on).length,
    cover: cover.regions.map(({ region, figures: { chair, author } }) => ({
      region,
      chair: chair.whole.cover,
      author: author.whole.cover,
      state: [chair, author].toSorted((a, b) => (a.whole.cover ?? Infinity) - (b.whole.cover ?? Infinity))[0]?.state ?? 'no-work',
    })),
    finding: coverFinding(cover),
  }
}
