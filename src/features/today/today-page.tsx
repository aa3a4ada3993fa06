import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigation } from 'react-router'
import { regionTiles } from '#domain/cover-regions.ts'
import type { Today, TodayItem } from '#domain/today.ts'
import { regionWords } from '#domain/words.ts'
import { ApiError } from '#lib/api-error.ts'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Page } from '#ui/page.tsx'
import { Tag } from '#ui/tag.tsx'
import { TileMap } from '#ui/tile-map.tsx'
import { itemLink } from './item-link.ts'
import { copy } from './today.copy.ts'
import { putOffItem, takeItem, todayQuery } from './today.queries.ts'
import { type TodayAsked, todayFilters } from './today-filters.ts'
import './today.scss'

/** Somebody reads no more than this; the rest is one step away. */
const first = 20

export function TodayPage() {
  const [asked] = useSearch(todayFilters)
  const { data: today } = useSuspenseQuery(todayQuery(asked))
  return (
    <Page title={copy.title} busy={useNavigation().state === 'loading'}>
      <p className="govuk-body">{copy.intro(today.on)}</p>
      <div className="app-today">
        <div>
          <Kinds today={today} asked={asked} />
          {today.items.length === 0 ? (
            <Empty>{asked.show ? copy.nothingOff : asked.kind ? copy.nothingOf : copy.nothing}</Empty>
          ) : (
            <>
              <ol className="app-today__items">
                {today.items.slice(0, asked.all ? undefined : first).map((item) => (
                  <Item key={item.key} item={item} on={today.on} />
                ))}
              </ol>
              {!asked.all && today.items.length > first && (
                <p className="govuk-body">
                  {copy.first(first, today.items.length)}
                  <Link className="govuk-link" to={{ search: todayFilters.write({ ...asked, all: 'yes' }) }} preventScrollReset>
                    {copy.showAll(today.items.length)}
                  </Link>
                </p>
              )}
            </>
          )}
        </div>
        <Cover today={today} />
      </div>
    </Page>
  )
}

/** One kind alone, or what was put off; each with how many there are. */
function Kinds({ today: { totals, putOff }, asked }: { today: Today; asked: TodayAsked }) {
  const links = [
    { to: todayFilters.write({}), text: copy.all, current: !asked.kind && !asked.show },
    ...totals.map((total) => ({ to: todayFilters.write({ kind: total.kind }), text: copy.total(total), current: asked.kind === total.kind })),
    ...(putOff > 0 || asked.show
      ? [{ to: todayFilters.write({ show: 'put-off' }), text: copy.putOffList(putOff), current: asked.show === 'put-off' }]
      : []),
  ]
  return (
    <nav aria-label={copy.filter}>
      <ul className="app-today__kinds">
        {links.map(({ to, text, current }) => (
          <li key={text}>
            <Link className="govuk-link" to={{ search: to }} aria-current={current ? 'true' : undefined} preventScrollReset>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Item({ item, on }: { item: TodayItem; on: string }) {
  const own = item.takenBy?.own ?? false
  const { title, why, left, action } = copy.of[item.kind]
  const take = useMutation(takeItem)
  const back = useMutation(putOffItem)
  const error = take.error ?? back.error
  return (
    <li>
      {error && (
        <ErrorSummary errors={[{ pointer: '', detail: error instanceof ApiError && error.status === 412 ? copy.takenMeanwhile : copy.failed }]} />
      )}
      <Tag colour="blue">{copy.kinds[item.kind]}</Tag>
      <h2 className="govuk-heading-s">
        <Link className="govuk-link" to={itemLink(item)}>
          {title(item)}
        </Link>
      </h2>
      <p>{why(item, on)}</p>
      <p>
        <strong>{copy.ifLeft}</strong> {left}
      </p>
      {item.putOff && item.putOff.until > on && <p>{copy.putOffUntil(item.putOff.until, item.putOff.reason)}</p>}
      {item.takenBy && <p role="status">{own ? copy.takenByYou : copy.takenBy(item.takenBy.name, item.takenBy.at)}</p>}
      <div className="app-today__actions">
        <Link className="govuk-link" to={itemLink(item)}>
          {action}
          <span className="govuk-visually-hidden">: {title(item)}</span>
        </Link>
        <Button variant="secondary" busy={take.isPending} onClick={() => take.mutate({ item, taken: !own })}>
          {own ? copy.leave : copy.take}
          <span className="govuk-visually-hidden">{copy.takeWhat(title(item))}</span>
        </Button>
        {item.putOff && item.putOff.until > on ? (
          <Button variant="secondary" busy={back.isPending} onClick={() => back.mutate({ item, until: null, reason: '' })}>
            {copy.backNow}
            <span className="govuk-visually-hidden">{copy.takeWhat(title(item))}</span>
          </Button>
        ) : (
          <Link className="govuk-link" to={paths.putOff(item.key)}>
            {copy.putOff}
            <span className="govuk-visually-hidden">{copy.takeWhat(title(item))}</span>
          </Link>
        )}
      </div>
    </li>
  )
}

function Cover({ today: { cover, finding } }: { today: Today }) {
  return (
    <section aria-labelledby="cover">
      <h2 className="govuk-heading-m" id="cover">
        {copy.cover}
      </h2>
      {finding.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      <TileMap
        label={copy.cover}
        tiles={cover.map(({ region, chair, author, state }) => ({
          key: region,
          title: regionWords[region],
          place: regionTiles[region],
          state: state === 'no-work' ? 'none' : state,
          children: (
            <>
              <span>{copy.coverTile('Chairs', chair)}</span>
              <span>{copy.coverTile('Authors', author)}</span>
            </>
          ),
        }))}
      />
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.cover()}>
          {copy.coverLink}
        </Link>
      </p>
    </section>
  )
}
