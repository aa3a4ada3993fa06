/**
 * What a member knows especially well, as boards ask for it. A member can add their own words to it.
 * Source: the themes that reviews are about and the trades that reviewers come from, in the field notes; inferred, ours to adjust.
 */
export const specialisms = {
  neglect: 'Neglect',
  'physical-abuse': 'Physical abuse',
  'sexual-abuse': 'Child sexual abuse',
  exploitation: 'Exploitation, criminal or sexual',
  'domestic-abuse': 'Domestic abuse',
  'parental-mental-ill-health': 'Parental mental ill health',
  'parental-substance-misuse': 'Parental drug or alcohol misuse',
  'infants-under-one': 'Babies under one',
  adolescents: 'Adolescents',
  'self-harm-and-suicide': 'Self-harm and suicide',
  'disabled-children': 'Disabled children',
  'children-in-care': 'Children in care and care leavers',
  'unborn-and-maternity': 'Maternity and unborn babies',
  'faith-and-culture': 'Faith and culture',
  'institutional-abuse': 'Abuse in institutions',
  'online-harm': 'Harm online',
  'family-courts': 'Family courts',
  'criminal-justice': 'Criminal justice and parallel processes',
} as const

export type Specialism = keyof typeof specialisms
export const isSpecialism = (words: string): words is Specialism => Object.hasOwn(specialisms, words)

/** A specialism as people read it: that of the list, or the member’s own words. */
export const specialismWords = (specialism: string): string => (isSpecialism(specialism) ? specialisms[specialism] : specialism)

/** Where members come from. */
export const sectors = {
  'childrens-social-care': 'Children’s social care',
  health: 'Health',
  police: 'Police',
  education: 'Education',
  probation: 'Probation and youth justice',
  voluntary: 'Voluntary sector',
  legal: 'Law',
  inspection: 'Inspection',
  academic: 'Research and teaching',
  other: 'Another',
} as const

export type Sector = keyof typeof sectors
