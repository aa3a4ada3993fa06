import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { BarsForm } from './bars-form.tsx'
import { ChangedUnder, DraftPart, type PartProps } from './draft-part.tsx'
import { partsCopy } from './draft-parts.copy.ts'
import { keepLevels } from './framework-versions.queries.ts'
import { useDraftPart } from './use-draft-part.ts'

/** What the levels of a draft are called and mean, and which of them the roles need. */
export const DraftLevelsPage = () => (
  <DraftPart title={partsCopy.levels} what={partsCopy.levelsWhat}>
    {(props) => (
      <>
        <LevelsForm {...props} />
        <BarsForm draft={props.draft} onDone={(done) => done && props.onDone(done)} />
      </>
    )}
  </DraftPart>
)

function LevelsForm({ draft, onDone, onTaken }: PartProps) {
  const { opened, theirs, save } = useDraftPart(draft, keepLevels(draft.number), ({ levels }) => levels)
  const form = useForm(async (values) => {
    await save(
      opened.levels.map(({ level }) => ({
        level,
        name: typed(values, `name-${level}`),
        meaning: typed(values, `meaning-${level}`),
        evidence: typed(values, `evidence-${level}`),
      })),
    )
    onDone(partsCopy.levelsSaved)
  })
  const errors = form.errors.map(({ pointer, detail }) => {
    const [, , index, part] = pointer.split('/')
    return { pointer: part ? `/${part}-${opened.levels[Number(index)]?.level}` : '', detail }
  })
  const errorAt = (field: string) => errors.find(({ pointer }) => pointer === `/${field}`)?.detail
  return (
    <form className="app-measure" onSubmit={form.onSubmit} noValidate>
      {theirs && form.problem?.status === 412 ? (
        <ChangedUnder onTaken={onTaken}>
          <ol className="govuk-list">
            {theirs.levels.map(({ level, name, meaning, evidence }) => (
              <li key={level}>
                <strong>
                  {level} {name}
                </strong>
                : {meaning} {evidence}
              </li>
            ))}
          </ol>
        </ChangedUnder>
      ) : (
        <ErrorSummary errors={errors} />
      )}
      {opened.levels.map(({ level, name, meaning, evidence }) => (
        <section key={level} aria-label={partsCopy.level(level)}>
          <Field label={partsCopy.levelName(level)} name={`name-${level}`} defaultValue={name} error={errorAt(`name-${level}`)} />
          <TextArea
            label={partsCopy.levelMeaning(level)}
            name={`meaning-${level}`}
            rows={2}
            most={5000}
            defaultValue={meaning}
            error={errorAt(`meaning-${level}`)}
          />
          <TextArea label={partsCopy.levelEvidence(level)} name={`evidence-${level}`} rows={2} most={5000} defaultValue={evidence} />
        </section>
      ))}
      <Button busy={form.busy}>{theirs ? partsCopy.keepMine : partsCopy.saveLevels}</Button>
    </form>
  )
}
