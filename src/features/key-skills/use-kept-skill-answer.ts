import { useQueryClient } from '@tanstack/react-query'
import type { AnswerGiven, SelfAssessment, SkillAnswer } from '#domain/self-assessment.ts'
import { useKept } from '#ui/use-kept.ts'
import { copy } from './self-assessment.copy.ts'
import { keepSkillAnswer, ownSkillQueries, withAnswer } from './self-assessment.queries.ts'

const nothing: AnswerGiven = { level: null, confidence: null, reflection: '' }

/** Keeps what somebody says of one skill as they say it. */
export function useKeptSkillAnswer(assessment: SelfAssessment, skill: string) {
  const client = useQueryClient()
  const opened = assessment.answers.find((one) => one.skill === skill)
  const show = (kept: SkillAnswer) => client.setQueryData(ownSkillQueries.assessment(assessment.id).queryKey, (now) => now && withAnswer(now, kept))
  const kept = useKept({
    opened: {
      given: opened ? { level: opened.level, confidence: opened.confidence, reflection: opened.reflection } : nothing,
      version: opened?.version ?? 0,
    },
    send: (version, given) => keepSkillAnswer(assessment.id, skill, version, given),
    onKept: (saved) => {
      show(saved)
      void client.invalidateQueries({ queryKey: ['training', 'task-list'], refetchType: 'none' })
    },
    // What the route says there is now.
    currentIn: (current) => current as SkillAnswer,
    changedElsewhere: copy.ratedElsewhere,
  })
  return {
    ...kept,
    choose: (part: Partial<AnswerGiven>) => kept.choose((before) => ({ ...before, ...part })),
    type: (reflection: string) => kept.type((before) => ({ ...before, reflection })),
    /** Goes on with what the other tab saved. */
    takeTheirs: () => {
      if (kept.elsewhere) show(kept.elsewhere)
      kept.giveUpMine()
    },
  }
}
