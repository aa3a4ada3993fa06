import { useSuspenseQuery } from '@tanstack/react-query'
import type { EvidenceDraft, EvidenceKind, EvidenceWords } from '#domain/evidence.ts'
import { typed } from '#lib/typed.ts'
import { CheckboxGroups } from '#ui/checkbox-groups.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './evidence.copy.ts'
import { evidenceQueries } from './evidence.queries.ts'

const { fields } = copy

/** What stands in the form, as a draft is kept. */
export const wordsIn = (values: FormData): EvidenceWords => ({
  title: typed(values, 'title'),
  text: typed(values, 'text'),
  url: typed(values, 'url'),
  skills: values.getAll('skills').map(String),
  witnessName: typed(values, 'witnessName'),
  witnessEmail: typed(values, 'witnessEmail'),
  witnessCapacity: typed(values, 'witnessCapacity'),
})

interface DraftFieldsProps {
  kind: EvidenceKind
  draft: EvidenceDraft
  errorAt: (field: string) => string | undefined
}

/** The fields of one kind of evidence, but for its file. */
export function DraftFields({ kind, draft, errorAt }: DraftFieldsProps) {
  const isTestimony = kind === 'testimony'
  return (
    <>
      <Field
        label={isTestimony ? fields.testimonyTitle : fields.title}
        hint={isTestimony ? fields.testimonyTitleHint : fields.titleHint}
        name="title"
        defaultValue={draft.title}
        error={errorAt('title')}
      />
      {kind === 'text' && (
        <TextArea label={fields.text} hint={fields.textHint} name="text" rows={12} most={10_000} defaultValue={draft.text} error={errorAt('text')} />
      )}
      {kind === 'link' && (
        <Field label={fields.url} hint={fields.urlHint} name="url" inputMode="url" defaultValue={draft.url} error={errorAt('url')} />
      )}
      {(kind === 'link' || kind === 'file') && (
        <TextArea label={fields.about} hint={fields.aboutHint} name="text" rows={4} most={10_000} defaultValue={draft.text} error={errorAt('text')} />
      )}
      {isTestimony && (
        <>
          <Field label={fields.witnessName} name="witnessName" defaultValue={draft.witnessName} error={errorAt('witnessName')} />
          <Field
            label={fields.witnessEmail}
            hint={fields.witnessEmailHint}
            name="witnessEmail"
            type="email"
            defaultValue={draft.witnessEmail}
            error={errorAt('witnessEmail')}
          />
          <Field
            label={fields.witnessCapacity}
            hint={fields.witnessCapacityHint}
            name="witnessCapacity"
            defaultValue={draft.witnessCapacity}
            error={errorAt('witnessCapacity')}
          />
        </>
      )}
    </>
  )
}

/** The skills that the learner's roles ask, by domain, with those that the piece already serves; every skill where no role asks any. */
export function SkillChoice({ draft, error }: { draft: EvidenceDraft; error: string | undefined }) {
  const { data } = useSuspenseQuery(evidenceQueries.skills)
  const anyAsked = data.skills.some(({ asked }) => asked)
  const offered = data.skills.filter(({ skill, asked }) => !anyAsked || asked || draft.skills.includes(skill))
  const domains = Map.groupBy(offered, ({ domain }) => domain)
  return (
    <CheckboxGroups
      label={fields.skills}
      legendSize="m"
      hint={anyAsked ? fields.skillsHint : fields.skillsHintAll}
      name="skills"
      error={error}
      defaultValues={draft.skills}
      groups={[...domains].map(([title, skills]) => ({
        title,
        options: skills.map(({ skill, name }) => ({ value: skill, text: `${skill} ${name}` })),
      }))}
    />
  )
}
