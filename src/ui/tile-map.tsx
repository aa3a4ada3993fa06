import type { ReactNode } from 'react'
import { Link } from 'react-router'
import './tile-map.scss'

export type TileState = 'short' | 'thin' | 'met' | 'none'

export interface Tile {
  key: string
  title: string
  to?: string
  /** Where it stands, in columns and rows from 0; without a place, tiles follow one another. */
  place?: { column: number; row: number }
  state: TileState
  /** What the tile says: its colour only repeats it. */
  children: ReactNode
}

/** Places as tiles of one size, so that a large one does not look more important. Each says its figures in words. */
export const TileMap = ({ label, tiles }: { label: string; tiles: readonly Tile[] }) => (
  <ul className={tiles.some(({ place }) => place) ? 'app-tiles app-tiles--placed' : 'app-tiles'} aria-label={label}>
    {tiles.map(({ key, title, to, place, state, children }) => (
      <li key={key} data-state={state} data-column={place?.column} data-row={place?.row}>
        <strong>
          {to ? (
            <Link className="govuk-link" to={to}>
              {title}
            </Link>
          ) : (
            title
          )}
        </strong>
        {children}
      </li>
    ))}
  </ul>
)
