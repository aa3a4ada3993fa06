import { notice, type To } from '../mails.ts'

/** What a coordinator wrote to several people. Nobody reads what is sent back to the product, so it says whom to answer. */
export const messageMail = (to: To, { words, by }: { words: string; by: { name: string; email: string | null } }) =>
  notice(to, 'A message from the coordinators of the pool', [
    `${by.name}, who coordinates the pool, writes:`,
    words,
    ...(by.email ? [`To answer, write to ${by.email}; an answer to this mail reaches nobody.`] : []),
  ])
