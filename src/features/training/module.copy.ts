/** The words of a module's own page: for whom it is, what goes before it and what it leads to. */
export const moduleCopy = {
  notAsked: 'It is not asked of the roles you prepare for, and open to you all the same.',
  bestAfter: 'Best after ',
  advice: (passed: boolean) => (passed ? ', which you have passed.' : '. That is advice: you can start now.'),
  knowIt: 'Do you know this from your work? ',
  testOut: { ready: 'Test out of the module', 'under-way': 'Go on with your diagnostic', used: 'See what your diagnostic says to read' },
  serves: 'Skills it leads to',
  level: (level: number, indicator: string) => `, towards level ${level}. ${indicator}`,
}
