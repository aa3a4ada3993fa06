import { addAffiliation, declareTies } from '#api/repository/affiliations.ts'
import { addEvidence, appendVersion, describeEvidence, moveEvidence, noContent } from '#api/repository/evidence.ts'
import { addExperience } from '#api/repository/experience.ts'
import { appendRatings, endAssessment, findAssessment, keepAnswer, startAssessment } from '#api/repository/self-assessments.ts'
import type { StartedApi } from './api.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

/** People and their records as requests for verification need them, stored without going through pages that have tests of their own. */
export function verificationScene(api: StartedApi) {
  const at = () => api.clock.now().toISOString()

  /** Hands in a self-assessment that gives each skill its level. */
  async function rate({ person }: Someone, levels: Record<string, number>, reflection = 'A secret reflection') {
    api.clock.pass(1)
    await api.db.transaction().execute(async (tx) => {
      const { id } = await startAssessment(tx, person.id, 1, ['author', 'chair'], at())
      for (const [skill, level] of Object.entries(levels)) await keepAnswer(tx, id, skill, 0, { level, confidence: 'medium', reflection }, at())
      const assessment = await findAssessment(tx, id)
      if (!assessment) throw new Error('The assessment was started a line before')
      await endAssessment(tx, id, assessment.version, 'submitted', at())
      await appendRatings(tx, assessment, at())
    })
    api.clock.pass(1)
  }

  /** A piece of text evidence that is ready. */
  const addText = ({ person }: Someone, title: string, skills: string[], text = 'A secret text of evidence') =>
    api.db.transaction().execute(async (tx) => {
      const id = await addEvidence(tx, person.id, 'text', at())
      await describeEvidence(tx, id, title, skills)
      await appendVersion(tx, id, { ...noContent, text }, at())
      await moveEvidence(tx, id, 'draft', 'ready', at())
      return id
    })

  /** A file that is ready, kept in the store of the API. */
  async function addFile({ person }: Someone, title: string, skills: string[], bytes: Uint8Array) {
    await api.deps.files.put(title, bytes)
    return api.db.transaction().execute(async (tx) => {
      const id = await addEvidence(tx, person.id, 'file', at())
      await describeEvidence(tx, id, title, skills)
      const file = { file_name: 'report.txt', media_type: 'text/plain', bytes: bytes.length, stored_as: title }
      await appendVersion(tx, id, { ...noContent, ...file }, at())
      await moveEvidence(tx, id, 'draft', 'scanning', at())
      await moveEvidence(tx, id, 'scanning', 'ready', at())
      return id
    })
  }

  const addReport = async ({ person }: Someone) =>
    (
      await api.db
        .transaction()
        .execute((tx) =>
          addExperience(tx, person.id, { publisher: 'Northmoor Board', year: 2019, role: 'author', url: 'https://northmoor.example.org/a' }, at()),
        )
    ).id

  /** Says that somebody's ties are complete: none, or to one body by its name. */
  const declare = ({ person }: Someone, body?: string) =>
    api.db.transaction().execute(async (tx) => {
      if (body) await addAffiliation(tx, person.id, { organisationId: null, freeName: body, kind: 'employer', from: '2020-01-01', to: null }, at())
      await declareTies(tx, person.id, at())
    })

  /** A learner of the North East with two rated skills, a piece of evidence and a report, who declared that they have no ties. */
  async function aLearner() {
    const learner = await api.add({ name: `Learner ${made++}`, profile: { region: 'north-east' } })
    await rate(learner, { '1.1': 2, '5.1': 3 })
    await declare(learner)
    return { ...learner, evidence: await addText(learner, 'A merged chronology', ['5.1']), report: await addReport(learner) }
  }

  /** Hands in the sheets of this many anchor dossiers. */
  const rateAnchors = async ({ person }: Someone, many = 8) => {
    const sheets = Array.from({ length: many }, (_, index) => ({
      person_id: person.id,
      dossier: `a${index + 1}`,
      dossier_version: 1,
      started_at: at(),
      handed_in_at: at(),
    }))
    await api.db.insertInto('anchor_sheet').values(sheets).execute()
  }

  /** An assessor who may take requests. */
  async function anAssessor(body?: string) {
    const assessor = await api.add({ name: `Assessor ${made++}`, roles: [{ role: 'assessor', region: null }] })
    await declare(assessor, body)
    await rateAnchors(assessor)
    return assessor
  }

  const send = (learner: Awaited<ReturnType<typeof aLearner>>, skills = ['1.1', '5.1']) =>
    api.ask('POST', '/verification-requests', { as: learner.session, body: { skills, evidence: [learner.evidence], experience: [learner.report] } })

  return { rate, addText, addFile, declare, rateAnchors, aLearner, anAssessor, send }
}

let made = 1
