import { Link } from 'react-router'
import type { AuthoritiesCover, Cover } from '#domain/cover.ts'
import { coverFinding } from '#domain/cover-finding.ts'
import { regionTiles } from '#domain/cover-regions.ts'
import type { Region } from '#domain/region.ts'
import { regionWords } from '#domain/words.ts'
import { paths } from '#paths'
import { Details, InsetText } from '#ui/notes.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { type Tile, TileMap, type TileState } from '#ui/tile-map.tsx'
import { copy } from './cover.copy.ts'

type Figures = Cover['regions'][number]['figures']
type Seat = 'chair' | 'author'

interface CoverViewProps {
  cover: Cover
  authorities: AuthoritiesCover
  /** Whether its numbers can be changed from here: not those of a picture that was kept. */
  editable: boolean
}

/** Everything that is known of cover on a day: the finding first, then the picture, the tables behind it, and what it rests on. */
export function CoverView({ cover, authorities, editable }: CoverViewProps) {
  const { regions, england, reach, spread, notKnown } = cover
  return (
    <>
      <h2 className="govuk-heading-m">{copy.finding}</h2>
      <InsetText>
        {coverFinding(cover).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </InsetText>
      {regions.some(({ figures }) => figures.estimate) && <p className="govuk-body app-measure">{copy.estimate}</p>}
      <h2 className="govuk-heading-m">{copy.map}</h2>
      <p className="govuk-body app-measure">{copy.mapHint}</p>
      <TileMap label={copy.map} tiles={regions.map(({ region, figures }) => tileOf(region, figures))} />
      {(['chair', 'author'] as const).map((seat) => (
        <Table
          key={seat}
          caption={copy.tableOf[seat]}
          columns={copy.columns.map((title) => ({ title }))}
          rows={linesOf(cover).map(({ key, name, figures }) => (
            <RoleRow key={key} name={name} figures={figures} seat={seat} />
          ))}
        />
      ))}
      <Table
        caption={copy.reviews}
        columns={copy.reviewColumns.map((title) => ({ title }))}
        rows={[
          ...regions.map(({ region, figures, checksDue }) => (
            <ReviewRow key={region} name={regionWords[region]} figures={figures} due={String(checksDue)} />
          )),
          ...(england ? [<ReviewRow key="england" name={copy.england} figures={england} due="" />] : []),
        ]}
      />
      <p className="govuk-body app-measure">{copy.model}</p>
      <p className="govuk-body app-measure">
        {copy.reach(reach)} {copy.spread(spread)}
      </p>
      <Independence {...authorities} />
      <h2 className="govuk-heading-m">{copy.notKnown}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {copy.notKnownOf(notKnown).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Inputs cover={cover} editable={editable} />
    </>
  )
}

const worse = ({ chair, author }: Figures) =>
  [chair, author].toSorted((a, b) => (a.whole.cover ?? Infinity) - (b.whole.cover ?? Infinity))[0] ?? chair

function tileOf(region: Region, figures: Figures): Tile {
  const { state } = worse(figures)
  return {
    key: region,
    title: regionWords[region],
    place: regionTiles[region],
    state: state === 'no-work' ? 'none' : state,
    children: (
      <>
        {copy.tile(figures).map((line) => (
          <span key={line}>{line}</span>
        ))}
        <span>{copy.states[state]}</span>
      </>
    ),
  }
}

/** The regions, each followed by itself with its neighbours where it has few reviews, and all of England last. */
const linesOf = ({ regions, england }: Cover): { key: string; name: string; figures: Figures }[] => [
  ...regions.flatMap(({ region, figures, withNeighbours }) => [
    { key: region, name: regionWords[region], figures },
    ...(withNeighbours
      ? [
          {
            key: `${region} round`,
            name: copy.withNeighbours(
              regionWords[region],
              withNeighbours.regions.filter((other) => other !== region).map((other) => regionWords[other]),
            ),
            figures: withNeighbours.figures,
          },
        ]
      : []),
  ]),
  ...(england ? [{ key: 'england', name: copy.england, figures: england }] : []),
]

function RoleRow({ name, figures, seat }: { name: string; figures: Figures; seat: Seat }) {
  const role = figures[seat]
  return (
    <Row>
      <RowHeader>{name}</RowHeader>
      <Cell>{copy.ready(role)}</Cell>
      <Cell>{role.needed.people}</Cell>
      <Cell>{copy.cover(role.whole)}</Cell>
      <Cell>{copy.binds[role.whole.binds]}</Cell>
      <Cell>{copy.free(role.free)}</Cell>
      <Cell>{copy.states[role.state]}</Cell>
    </Row>
  )
}

const ReviewRow = ({ name, figures, due }: { name: string; figures: Figures; due: string }) => (
  <Row>
    <RowHeader>{name}</RowHeader>
    <Cell>{copy.figure(figures.reviewsAYear)}</Cell>
    <Cell>{copy.figure(figures.busyYear)}</Cell>
    <Cell>{copy.figure(figures.busyInHand)}</Cell>
    <Cell>{figures.reviewsAtOnce}</Cell>
    <Cell>{due}</Cell>
  </Row>
)

/** The authorities as tiles region by region, with the table behind them. */
function Independence({ authorities }: AuthoritiesCover) {
  const byRegion = [...Map.groupBy(authorities, ({ region }) => region)]
  return (
    <>
      <h2 className="govuk-heading-m">{copy.independence}</h2>
      <p className="govuk-body app-measure">{copy.independenceIntro}</p>
      {authorities.length === 0 && <p className="govuk-body">{copy.noAuthorities}</p>}
      {byRegion.map(([region, here]) => (
        <Details key={region} summary={copy.authoritiesOf(regionWords[region])}>
          <TileMap
            label={copy.authoritiesOf(regionWords[region])}
            tiles={here.map((authority) => ({
              key: authority.id,
              title: authority.name,
              state: choice(Math.min(authority.chair.could, authority.author.could)),
              children: copy.authorityTile(authority).map((line) => <span key={line}>{line}</span>),
            }))}
          />
          <Table
            caption={copy.authorityTable}
            columns={copy.authorityColumns.map((title) => ({ title }))}
            rows={here.map(({ id, name, bodies, chair, author }) => (
              <Row key={id}>
                <RowHeader>{name}</RowHeader>
                <Cell>{bodies}</Cell>
                {[chair, author].map((seat, index) => (
                  <Seats key={index === 0 ? 'chair' : 'author'} {...seat} />
                ))}
              </Row>
            ))}
          />
        </Details>
      ))}
    </>
  )
}

/** Nobody is short; fewer than three leave no choice. */
const choice = (people: number): TileState => (people === 0 ? 'short' : people < 3 ? 'thin' : 'met')

const Seats = ({ could, tied, notKnown }: { could: number; tied: number; notKnown: number }) => (
  <>
    <Cell>{could}</Cell>
    <Cell>{tied}</Cell>
    <Cell>{notKnown}</Cell>
  </>
)

function Inputs({ cover: { inputs }, editable }: { cover: Cover; editable: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">{copy.inputs}</h2>
      <p className="govuk-body app-measure">{copy.inputsIntro}</p>
      <Table
        caption={copy.inputs}
        columns={copy.inputColumns.slice(0, editable ? undefined : -1).map((title) => ({ title }))}
        rows={inputs.map(({ key, region, value, unit, what, basis, derived, source, asOf }) => (
          <Row key={`${key} ${region}`}>
            <RowHeader>{what}</RowHeader>
            <Cell>{copy.regionName(region)}</Cell>
            <Cell>
              {copy.figure(value)} {unit}
            </Cell>
            <Cell>{derived ? copy.derived : copy.basis[basis]}</Cell>
            <Cell>{source}</Cell>
            <Cell>{asOf}</Cell>
            {editable && (
              <Cell>
                <Link className="govuk-link" to={paths.coverInput(key, region)}>
                  {copy.change}
                  <span className="govuk-visually-hidden">{copy.changeWhat(what, copy.regionName(region))}</span>
                </Link>
              </Cell>
            )}
          </Row>
        ))}
      />
    </>
  )
}
