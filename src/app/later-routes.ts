import type { PatchRoutesOnNavigationFunction, RouteObject } from 'react-router'
import { own, protect } from './protect.ts'

/**
 * Parts of the product whose routes are fetched when somebody first goes there, so that nobody else downloads them. From then on a page's code and its
 * data are asked for together, as everywhere. `at` matches the addresses of a part.
 */
const parts: readonly { at: RegExp; load: () => Promise<RouteObject[]> }[] = [
  {
    at: /^\/(accounts|mail|settings|passphrase)(\/|$)/,
    load: async () => protect((await import('#features/accounts/accounts.routes.tsx')).accountRoutes),
  },
  { at: /^\/(profile|my-data)$/, load: async () => protect((await import('./own-pages.routes.tsx')).ownPageRoutes) },
  {
    at: /^\/(roster$|people\/(?!.*\/erase$))/,
    load: async () => protect((await import('#features/panel-pool/panel-pool.routes.tsx')).panelPoolRoutes),
  },
  { at: /^\/skills-map$/, load: async () => protect((await import('#features/skills-map/skills-map.routes.tsx')).skillsMapRoutes) },
  { at: /^\/people\/[^/]+\/erase$/, load: async () => protect((await import('#features/privacy/privacy.routes.tsx')).privacyRoutes) },
  {
    at: /^\/(skills|self-assessments|development-plan)(\/|$)/,
    load: async () => protect((await import('#features/key-skills/self-assessment.routes.tsx')).selfAssessmentRoutes),
  },
  {
    at: /^\/(affiliations$|unassigned-requests$|verification)/,
    load: async () => protect((await import('#features/verification/verification.routes.tsx')).verificationRoutes),
  },
  {
    at: /^\/assessor\/requests(\/|$)/,
    load: async () => protect((await import('#features/verification/assessor.routes.tsx')).assessorRoutes),
  },
  {
    at: /^\/framework-(versions|drafts)(\/|$)/,
    load: async () => protect((await import('#features/framework-versions/framework-versions.routes.tsx')).frameworkVersionRoutes),
  },
  {
    at: /^\/(evidence|experience)(\/|$)/,
    load: async () => protect((await import('#features/evidence/evidence.routes.tsx')).evidenceRoutes),
  },
  { at: /^\/give-testimony$/, load: async () => (await import('#features/evidence/evidence.routes.tsx')).testimonyRoutes },
  {
    at: /^\/framework(\/skills\/.*|\/compare|\/versions\/\d+)?\/?$/,
    load: async () => (await import('#features/key-skills/framework.routes.tsx')).frameworkRoutes,
  },
  { at: /^\/assessor\/anchors(\/|$)/, load: async () => protect((await import('#features/anchors/anchors.routes.tsx')).anchorRoutes) },
]

/** The id of the route whose children these become. */
export const pagesId = 'pages'

export const laterRoutes: PatchRoutesOnNavigationFunction = async ({ path, patch }) => {
  const part = parts.find(({ at }) => at.test(path))
  if (part) patch(pagesId, (await part.load()).map(own))
}
