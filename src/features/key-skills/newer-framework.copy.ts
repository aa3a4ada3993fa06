const skills = (count: number) => (count === 1 ? '1 skill' : `${count} skills`)
const part = (level: number | null) => (level === null ? '' : `, level ${level}`)

/** The words of the notice that a newer version of the framework is in use. */
export const copy = {
  title: (to: number) => `Version ${to} of the key skills is in use`,
  what: (from: number) =>
    `Your ratings were made against version ${from}, and keep its words. You stay on it until you agree to move. Moving never raises a level.`,
  finding: (carried: number, rate: number, verify: number) =>
    rate + verify === 0
      ? 'Nothing that you rated was reworded: every level goes with you.'
      : `If you move, your level of ${skills(carried)} goes with you. ${skills(rate)} would have to be rated again${verify > 0 ? `, and ${skills(verify)} verified again` : ''}.`,
  rateAgain: 'The level that you chose was reworded or removed, so you would rate these again:',
  verifyAgain: 'The level that an assessor found was reworded or removed, so these would have to be verified again:',
  changes: 'What changed in your skills',
  change: {
    added: (name: string, level: number | null) => `Added: ${name}${part(level)}`,
    removed: (name: string, level: number | null) => `Removed: ${name}${part(level)}`,
    reworded: (name: string, level: number | null) => `Reworded: ${name}${part(level)}`,
    moved: (name: string) => `Moved to another domain: ${name}`,
  },
  read: (to: number) => `Read version ${to} before you decide`,
  agree: (to: number) => `Move me to version ${to}`,
  moved: (to: number) => `You are on version ${to} of the key skills now`,
}
