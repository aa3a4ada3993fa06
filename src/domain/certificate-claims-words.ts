/** The words beside what a certificate says, the same for its holder and for whoever checks it. */
export const claimsWords = {
  title: 'Certificate',
  name: 'Name',
  issued: 'Issued',
  validUntil: 'Valid until',
  code: 'Code',
  proves: 'What it proves',
  provesNot: 'What it does not prove',
  modules: (count: number) => (count === 1 ? 'Knowledge check passed: 1 module' : `Knowledge checks passed: ${count} modules`),
  moduleColumns: ['Module', 'Passed'],
  module: (title: string, version: number) => `${title}, version ${version}`,
  regimes: 'Review regimes and editions covered',
  regime: (name: string, code: string, edition: string) => (edition === '' ? `${name} (${code})` : `${name} (${code}): ${edition}`),
  skills: 'Skills that the modules serve',
  skillsWhat: (version: number | null) =>
    version === null
      ? 'The modules teach towards these key skills. None of them is rated or verified by this certificate.'
      : `The modules teach towards these key skills (framework version ${version}). None of them is rated or verified by this certificate.`,
}
