import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import type { ApiDeps, Edge, Env } from './deps.ts'
import { bodiesWithinBounds } from './bodies.ts'
import { describe } from './contract.ts'
import { Problem, notFound, problemResponse } from './problem.ts'
import { checkReplies } from './check-replies.ts'
import { accountRoutes } from './routes/accounts.ts'
import { affiliationRoutes } from './routes/affiliations.ts'
import { anchorRoutes } from './routes/anchors.ts'
import { availabilityRoutes } from './routes/availability.ts'
import { attemptRoutes } from './routes/attempts.ts'
import { chosenFileRoutes } from './routes/chosen-files.ts'
import { commandRoutes } from './routes/commands.ts'
import { commitmentRoutes } from './routes/commitments.ts'
import { extraTriesRoutes } from './routes/extra-tries.ts'
import { calendarRoutes } from './routes/calendars.ts'
import { certificateCheckRoutes } from './routes/certificate-checks.ts'
import { certificateRoutes } from './routes/certificates.ts'
import { frameworkDraftRoutes } from './routes/framework-drafts.ts'
import { frameworkEditRoutes } from './routes/framework-edits.ts'
import { frameworkMoveRoutes } from './routes/framework-moves.ts'
import { diagnosticRoutes } from './routes/diagnostics.ts'
import { evidenceFileRoutes } from './routes/evidence-files.ts'
import { evidenceMoveRoutes } from './routes/evidence-moves.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { experienceRoutes } from './routes/experience.ts'
import { frameworkRoutes } from './routes/framework.ts'
import { bookmarkRoutes } from './routes/bookmarks.ts'
import { learningLogRoutes } from './routes/learning-log.ts'
import { mailRoutes } from './routes/mail.ts'
import { moduleVersionRoutes } from './routes/module-versions.ts'
import { personAffiliationRoutes } from './routes/person-affiliations.ts'
import { registerRoutes } from './routes/register.ts'
import { memberRoutes } from './routes/members.ts'
import { membershipAskRoutes } from './routes/membership-asks.ts'
import { personNeedsRoutes } from './routes/person-needs.ts'
import { peopleRoutes } from './routes/people.ts'
import { planningBoardRoutes } from './routes/planning-board.ts'
import { poolCheckRoutes } from './routes/pool-checks.ts'
import { planRoutes } from './routes/plan.ts'
import { questionBankRoutes } from './routes/question-banks.ts'
import { privacyRoutes } from './routes/privacy.ts'
import { publicRoutes } from './routes/public.ts'
import { readinessRoutes } from './routes/readiness.ts'
import { questionStatisticsRoutes } from './routes/question-statistics.ts'
import { rosterImportRoutes } from './routes/roster-imports.ts'
import { duplicateRoutes } from './routes/duplicates.ts'
import { mergeRoutes } from './routes/merges.ts'
import { rosterViewRoutes } from './routes/roster-views.ts'
import { rosterFileRoutes } from './routes/roster-files.ts'
import { selfAssessmentRoutes } from './routes/self-assessments.ts'
import { sessionRoutes } from './routes/session.ts'
import { settingRoutes } from './routes/settings.ts'
import { signUpRoutes } from './routes/sign-up.ts'
import { skillMoveRoutes } from './routes/skill-move.ts'
import { skillProfileRoutes } from './routes/skill-profile.ts'
import { todayRoutes } from './routes/today.ts'
import { coverRoutes } from './routes/cover.ts'
import { skillsMapRoutes } from './routes/skills-map.ts'
import { standingRoutes } from './routes/standings.ts'
import { stuckLearnerRoutes } from './routes/stuck-learners.ts'
import { tagRoutes } from './routes/tags.ts'
import { testimonyRoutes } from './routes/testimony.ts'
import { trainingFileRoutes } from './routes/training-files.ts'
import { trainingProgressRoutes } from './routes/training-progress.ts'
import { trainingRoutes } from './routes/training.ts'
import { verificationAssessorRoutes } from './routes/verification-assessor.ts'
import { verificationCoordinatorRoutes } from './routes/verification-coordinator.ts'
import { verificationSharingRoutes } from './routes/verification-sharing.ts'
import { verificationRoutes } from './routes/verification.ts'

/**
 * The REST API: one function from Request to Response, whichever home it runs in. The edge says who is asking and is told which
 * session to keep; nothing here touches a cookie.
 */
export function createApi(deps: ApiDeps) {
  const app = new OpenAPIHono<Env>().basePath('/api')
  app.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(c, error)
    if (error instanceof HTTPException && error.status < 500) return problemResponse(c, new Problem(error.status, malformed(error.status)))
    deps.report(error)
    return problemResponse(c, new Problem(500, 'Something went wrong on our side. What you sent was not saved'))
  })
  app.notFound((c) => problemResponse(c, notFound()))
  app.use(async (c, next) => {
    c.set('deps', deps)
    c.set('actor', c.env.actor)
    await next()
    c.header('Cache-Control', 'no-store')
  })
  if (deps.checkReplies) app.use(checkReplies(() => app))
  app.use(bodiesWithinBounds)
  for (const routes of [
    publicRoutes(),
    sessionRoutes(),
    signUpRoutes(),
    accountRoutes(),
    mailRoutes(),
    peopleRoutes(),
    personNeedsRoutes(),
    planningBoardRoutes(),
    standingRoutes(),
    membershipAskRoutes(),
    memberRoutes(),
    availabilityRoutes(),
    commitmentRoutes(),
    calendarRoutes(),
    poolCheckRoutes(),
    readinessRoutes(),
    rosterFileRoutes(),
    rosterImportRoutes(),
    commandRoutes(),
    chosenFileRoutes(),
    tagRoutes(),
    rosterViewRoutes(),
    duplicateRoutes(),
    mergeRoutes(),
    privacyRoutes(),
    trainingRoutes(),
    moduleVersionRoutes(),
    attemptRoutes(),
    diagnosticRoutes(),
    questionBankRoutes(),
    extraTriesRoutes(),
    trainingProgressRoutes(),
    stuckLearnerRoutes(),
    questionStatisticsRoutes(),
    trainingFileRoutes(),
    certificateRoutes(),
    certificateCheckRoutes(),
    learningLogRoutes(),
    bookmarkRoutes(),
    frameworkRoutes(),
    frameworkDraftRoutes(),
    frameworkEditRoutes(),
    frameworkMoveRoutes(),
    skillMoveRoutes(),
    selfAssessmentRoutes(),
    skillProfileRoutes(),
    anchorRoutes(),
    evidenceRoutes(),
    evidenceFileRoutes(),
    evidenceMoveRoutes(),
    testimonyRoutes(),
    experienceRoutes(),
    affiliationRoutes(),
    personAffiliationRoutes(),
    registerRoutes(),
    verificationCoordinatorRoutes(),
    verificationRoutes(),
    verificationSharingRoutes(),
    verificationAssessorRoutes(),
    planRoutes(),
    skillsMapRoutes(),
    coverRoutes(),
    todayRoutes(),
    settingRoutes(),
  ])
    app.route('/', routes)
  describe(app)
  return { fetch: async (request: Request, edge: Edge): Promise<Response> => app.fetch(request, edge) }
}

export type Api = ReturnType<typeof createApi>

const malformed = (status: number) => (status === 400 ? 'The request is not well formed JSON' : 'The request cannot be answered')
