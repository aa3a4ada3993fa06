import type { PatchRoutesOnNavigationFunction, RouteObject } from 'react-router'
import { own, protect } from './protect.ts'

/**
 * Parts of the product whose routes are fetched when somebody first goes there, so that nobody else downloads them. From then on a page's code and its
 * data are asked for together, as everywhere. `at` matches the addresses of a part; those of an `open` one are for everybody.
 */
const parts: readonly { at: RegExp; load: () => Promise<{ routes: RouteObject[] }>; open?: true }[] = [
  { at: /^\/(accounts|mail|settings|passphrase)/, load: () => import('#features/accounts/accounts.routes.tsx') },
  { at: /^\/(profile$|my-data|membership(\/checks)?$)/, load: () => import('./own-pages.routes.tsx') },
  { at: /^\/membership-asks$/, load: () => import('#features/membership/membership.routes.tsx') },
  { at: /^\/people\/[^/]+\/capacity$/, load: () => import('./person-capacity.routes.tsx') },
  { at: /^\/people\/[^/]+\/affiliations$/, load: () => import('./person-affiliations.routes.tsx') },
  { at: /^\/organisations/, load: () => import('#features/register/register.routes.tsx') },
  { at: /^\/(checks-due$|people\/[^/]+\/checks(\/|$))/, load: () => import('#features/panel-pool/checks/checks.routes.tsx') },
  { at: /^\/roster\/board$/, load: () => import('#features/panel-pool/board/board.routes.tsx') },
  { at: /^\/roster\/import/, load: () => import('#features/roster-import/roster-import.routes.tsx') },
  { at: /^\/(done-together|roster\/together\/)/, load: () => import('#features/together/together.routes.tsx') },
  { at: /^\/(roster(\/(views|why-not))?$|people\/(?!.*\/erase$))/, load: () => import('#features/panel-pool/panel-pool.routes.tsx') },
  { at: /^\/people\/[^/]+\/erase$/, load: () => import('#features/privacy/privacy.routes.tsx') },
  { at: /^\/today/, load: () => import('#features/today/today.routes.tsx') },
  { at: /^\/cover/, load: () => import('#features/cover/cover.routes.tsx') },
  { at: /^\/skills-map$/, load: () => import('#features/skills-map/skills-map.routes.tsx') },
  { at: /^\/training-progress/, load: () => import('#features/training-progress/training-progress.routes.tsx') },
  { at: /^\/(skills|self-assessments|development-plan)/, load: () => import('#features/key-skills/self-assessment.routes.tsx') },
  { at: /^\/(affiliations$|unassigned-requests$|verification)/, load: () => import('#features/verification/verification.routes.tsx') },
  { at: /^\/assessor\/requests/, load: () => import('#features/verification/assessor.routes.tsx') },
  { at: /^\/assessor\/anchors/, load: () => import('#features/anchors/anchors.routes.tsx') },
  { at: /^\/(learning-log$|question-banks|training\/.+\/diagnostic$)/, load: () => import('#features/training/further-pages.ts') },
  { at: /^\/(evidence|experience)/, load: () => import('#features/evidence/evidence.routes.tsx') },
  { at: /^\/give-testimony$/, load: () => import('#features/evidence/testimony.routes.tsx'), open: true },
  { at: /^\/certificate/, load: () => import('#features/certificates/certificates.routes.tsx') },
  { at: /^\/verify$/, load: () => import('#features/certificates/verify.routes.tsx'), open: true },
  { at: /^\/framework-/, load: () => import('#features/framework-versions/framework-versions.routes.tsx') },
  { at: /^\/framework/, load: () => import('#features/key-skills/framework.routes.tsx'), open: true },
]

/** The id of the route whose children these become. */
export const pagesId = 'pages'

/** The routes of the part that has an address, if that is one whose routes are fetched later. */
export async function routesOfPart(path: string): Promise<RouteObject[]> {
  const part = parts.find(({ at }) => at.test(path))
  if (!part) return []
  const { routes } = await part.load()
  return (part.open ? routes : protect(routes)).map(own)
}

export const laterRoutes: PatchRoutesOnNavigationFunction = async ({ path, patch }) => patch(pagesId, await routesOfPart(path))
