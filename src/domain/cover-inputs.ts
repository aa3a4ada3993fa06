import type { Region } from './region.ts'

/** One number the cover of a region is worked out from, and what it rests on. */
export interface CoverInput {
  value: number
  basis: 'fact' | 'assumption'
  source: string
  /** The day, `YYYY-MM-DD`, or the period that the number speaks of. */
  asOf: string
}

interface Definition extends CoverInput {
  what: string
  unit: string
  least: number
  most: number
}

/**
 * What the adequacy model asks for, with what it starts at. An organisation replaces a number for everyone, for a region or for a role and says where its
 * own comes from. Source: the supply and demand model of the pool, section 5.5; each default says for itself whether it was found or assumed.
 */
export const coverInputs = {
  'reviews-a-year': {
    value: 82,
    basis: 'fact',
    source:
      'Local child safeguarding practice reviews that the national Panel considered in 2023 to 2024 (S42). Serious case reviews: 136 started in 2009 to 2010 (S34)',
    asOf: '2023-24',
    what: 'Reviews started in a year, all of England; a region has its share of them until its own number is entered',
    unit: 'reviews',
    least: 0,
    most: 1000,
  },
  'per-review': {
    value: 1,
    basis: 'fact',
    source: 'Two independent people for each serious case review, one in each role (S35)',
    asOf: '2010',
    what: 'People in the role on each review',
    unit: 'people',
    least: 1,
    most: 4,
  },
  months: {
    value: 6,
    basis: 'fact',
    source: 'Six months from the decision (S20). Reviews observed in 2009 to 2010 took 10.7 months on average (from S19)',
    asOf: '2010',
    what: 'Months from start to finish of a review',
    unit: 'months',
    least: 1,
    most: 36,
  },
  'chair-days': {
    value: 20,
    basis: 'assumption',
    source: 'No figure was found; the model works with 20',
    asOf: '2026',
    what: 'Working days that a review takes from its chair',
    unit: 'days',
    least: 1,
    most: 200,
  },
  'author-days': {
    value: 30,
    basis: 'assumption',
    source: 'No figure was found; the model works with 30',
    asOf: '2026',
    what: 'Working days that a review takes from its author',
    unit: 'days',
    least: 1,
    most: 200,
  },
  'most-at-once': {
    value: 2,
    basis: 'assumption',
    source: 'Chairs of boards held 2.3 boards each (S116); the model works with two reviews at once',
    asOf: '2016',
    what: 'Reviews that somebody runs at once who has not said how many',
    unit: 'reviews',
    least: 1,
    most: 10,
  },
  'days-a-year': {
    value: 60,
    basis: 'assumption',
    source: 'No figure was found; the model works with 60',
    asOf: '2026',
    what: 'Days a year that somebody gives to reviews who has not said how many',
    unit: 'days',
    least: 1,
    most: 230,
  },
  'available-share': {
    value: 60,
    basis: 'assumption',
    source: 'No figure was found; the model works with 60 per cent',
    asOf: '2026',
    what: 'Of the people in the pool, how many can take work at a given time',
    unit: 'per cent',
    least: 1,
    most: 100,
  },
  'conflict-share': {
    value: 15,
    basis: 'assumption',
    source: 'No figure was found; the model works with 15 per cent. Beside it stands what the affiliations on record say',
    asOf: '2026',
    what: 'Of the people in the pool, how many a conflict rules out of a typical review',
    unit: 'per cent',
    least: 0,
    most: 95,
  },
  'busy-year': {
    value: 90,
    basis: 'assumption',
    source: 'A choice: cover holds in nine years of ten, if reviews come independently of each other',
    asOf: '2026',
    what: 'Of the years, how many the pool should cover',
    unit: 'per cent',
    least: 50,
    most: 97,
  },
  target: {
    value: 125,
    basis: 'assumption',
    source: 'The model aims at a quarter more than the work',
    asOf: '2026',
    what: 'Cover to aim at: capacity as a share of the work',
    unit: 'per cent',
    least: 100,
    most: 300,
  },
  choices: {
    value: 3,
    basis: 'assumption',
    source: 'A choice: three people to choose from for each request',
    asOf: '2026',
    what: 'People a commissioner should be able to choose from',
    unit: 'people',
    least: 1,
    most: 10,
  },
} as const satisfies Record<string, Definition>

export type CoverInputKey = keyof typeof coverInputs
export const coverInputKeys = Object.keys(coverInputs) as CoverInputKey[]

/**
 * The share of England's children, in thousandths, that lives in each region. Reviews are spread by it until a region's own number is entered, and every
 * figure that rests on it is an estimate. Rounded from mid-year population estimates for 2022, ages 0 to 17, as recalled; not yet verified.
 */
export const childrenPerThousand: Record<Region, number> = {
  'north-east': 43,
  'north-west': 131,
  'yorkshire-and-the-humber': 98,
  'east-midlands': 85,
  'west-midlands': 110,
  'east-of-england': 113,
  london: 162,
  'south-east': 164,
  'south-west': 94,
}
