import type { Region } from './region.ts'

/** The regions that share a land border with each. Every border is here from both sides. */
export const neighbours: Record<Region, readonly Region[]> = {
  'north-east': ['north-west', 'yorkshire-and-the-humber'],
  'north-west': ['north-east', 'yorkshire-and-the-humber', 'east-midlands', 'west-midlands'],
  'yorkshire-and-the-humber': ['north-east', 'north-west', 'east-midlands'],
  'east-midlands': ['north-west', 'yorkshire-and-the-humber', 'west-midlands', 'east-of-england', 'south-east'],
  'west-midlands': ['north-west', 'east-midlands', 'south-east', 'south-west'],
  'east-of-england': ['east-midlands', 'london', 'south-east'],
  london: ['east-of-england', 'south-east'],
  'south-east': ['east-midlands', 'west-midlands', 'east-of-england', 'london', 'south-west'],
  'south-west': ['west-midlands', 'south-east'],
}

/** Where each region stands on a map of equal tiles, in columns and rows from the top left. */
export const regionTiles: Record<Region, { column: number; row: number }> = {
  'north-east': { column: 1, row: 0 },
  'north-west': { column: 0, row: 1 },
  'yorkshire-and-the-humber': { column: 1, row: 1 },
  'west-midlands': { column: 0, row: 2 },
  'east-midlands': { column: 1, row: 2 },
  'east-of-england': { column: 2, row: 2 },
  'south-west': { column: 0, row: 3 },
  'south-east': { column: 1, row: 3 },
  london: { column: 2, row: 3 },
}
