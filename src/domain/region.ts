/**
 * England's nine regions, from the Government Office map that SCR-2010 used. Recalled, not verified against the 2010 edition;
 * the codes are ours, the names are theirs.
 */
export const regions = [
  'north-east',
  'north-west',
  'yorkshire-and-the-humber',
  'east-midlands',
  'west-midlands',
  'east-of-england',
  'london',
  'south-east',
  'south-west',
] as const

export type Region = (typeof regions)[number]
