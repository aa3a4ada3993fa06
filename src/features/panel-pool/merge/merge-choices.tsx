import { fieldWords } from '#domain/merge-words.ts'
import type { MergePreview, MergeQuestion, MergeValues } from '#domain/merge.ts'
import { Radios } from '#ui/choices.tsx'
import { InsetText } from '#ui/notes.tsx'
import { copy, valueWords } from './merge.copy.ts'

interface MergeChoicesProps {
  preview: MergePreview
  errorAt: (field: string) => string | undefined
}

/** Where two records differ: which of two values is kept, and what is kept without asking because nothing speaks against it. */
export function MergeChoices({ preview: { sides, questions, words }, errorAt }: MergeChoicesProps) {
  const asked = questions.filter(({ is }) => is === 'differ')
  const only = questions.filter(({ is }) => is === 'only')
  const earlier = questions.find(({ is }) => is === 'earlier')
  const fixed = questions.find(({ is }) => is === 'fixed')
  const says = (field: MergeQuestion['field'], id: string | null) => {
    const side = sides.find((one) => one.id === id)
    return side ? valueWords(field, side.values, words) : ''
  }
  return (
    <>
      {asked.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{copy.choose}</h2>
          <p className="govuk-body">{copy.chooseHint}</p>
        </>
      )}
      {asked.map(({ field, both }) => (
        <Radios
          key={field}
          label={fieldWords[field]}
          name={field}
          error={errorAt(field)}
          defaultValue={both ? 'both' : null}
          options={[
            ...(both
              ? [
                  {
                    value: 'both',
                    text: copy.both(
                      together(
                        field,
                        sides.map(({ values }) => values),
                        words,
                      ),
                    ),
                  },
                ]
              : []),
            ...sides.map(({ id, values }, at) => ({ value: id, text: valueWords(field, values, words), hint: copy.side[at] ?? '' })),
          ]}
        />
      ))}
      {fixed && <p className="govuk-body">{copy.addressStays(says(fixed.field, fixed.of))}</p>}
      {earlier && <p className="govuk-body">{copy.earlier(says(earlier.field, earlier.of))}</p>}
      {only.length > 0 && (
        <InsetText>
          <p className="govuk-body">{copy.only}:</p>
          <ul className="govuk-list govuk-list--bullet">
            {only.map(({ field, of }) => (
              <li key={field}>{copy.onlyOne(fieldWords[field], says(field, of), copy.side[sides.findIndex(({ id }) => id === of)] ?? '')}</li>
            ))}
          </ul>
        </InsetText>
      )}
    </>
  )
}

/** Two lists as one, in words. */
function together(field: MergeQuestion['field'], values: readonly MergeValues[], words: MergePreview['words']): string {
  const all = [...new Set(values.flatMap((one) => [one[field] ?? []].flat()))]
  const [first] = values
  return first ? valueWords(field, { ...first, [field]: all }, words) : ''
}
