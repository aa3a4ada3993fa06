import { useState } from 'react'
import type { CapacityGiven, Member } from '#domain/member.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { monthsAfter, monthOf } from '#domain/month.ts'
import { showMonth } from '#lib/show.ts'
import { copy, offerWords } from './member.copy.ts'
import { usePartForm } from './use-part-form.ts'

/** What is no number is sent as it is, so that the API says what is wrong with it, and where. */
const asNumber = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : (text as unknown as number))

const lines = (values: FormData): number[] => [...values.keys()].flatMap((name) => /^month-(\d+)$/.exec(name)?.[1] ?? []).map(Number)
const filled = (values: FormData): number[] => lines(values).filter((line) => typed(values, `month-${line}`) !== '')

const given = (values: FormData): CapacityGiven => ({
  daysAMonth: asNumber(typed(values, 'daysAMonth')),
  mostReviews: asNumber(typed(values, 'mostReviews')),
  months: filled(values).map((line) => ({
    month: typed(values, `month-${line}`),
    days: asNumber(typed(values, `days-${line}`)),
    mostReviews: typed(values, `most-${line}`).trim() === '' ? null : asNumber(typed(values, `most-${line}`)),
  })),
})

/** How many months beyond this one can have figures of their own. */
const monthsAhead = 24

/** The days a month and the reviews at once that a member offers, and the months that differ. */
export function CapacityForm({ member, onSaved }: { member: Member; onSaved: () => void }) {
  const [opened] = useState(member)
  const [many, setMany] = useState(opened.months.length)
  // A message points at a month by its place among those that were sent; the form has empty lines between them.
  const [sent, setSent] = useState<number[]>([])
  const form = usePartForm(
    member,
    'capacity',
    (values) => {
      setSent(filled(values))
      return given(values)
    },
    offerWords,
    onSaved,
  )
  const names = { month: 'month', days: 'days', mostReviews: 'most' } as const
  const atLine = (pointer: string): string | null => {
    const [, place, field] = /^\/months\/(\d+)\/(month|days|mostReviews)$/.exec(pointer) ?? []
    return field ? `${names[field as keyof typeof names]}-${sent[Number(place)] ?? place}` : null
  }
  const errors = form.errors.map((error) => ({ ...error, pointer: atLine(error.pointer) ? `/${atLine(error.pointer)}` : error.pointer }))
  const errorAt = (name: string) => errors.find(({ pointer }) => pointer === `/${name}`)?.detail
  const known = Array.from({ length: monthsAhead }, (_, ahead) => monthsAfter(monthOf(opened.today), ahead))
  const choices = [...new Set([...opened.months.map(({ month }) => month), ...known])].toSorted()
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={errors} />
      <Field
        label={copy.daysAMonth}
        hint={copy.daysHint}
        name="daysAMonth"
        inputMode="numeric"
        width={2}
        defaultValue={opened.daysAMonth?.toString()}
        error={errorAt('daysAMonth')}
      />
      <Field
        label={copy.mostReviews}
        hint={copy.mostHint}
        name="mostReviews"
        inputMode="numeric"
        width={2}
        defaultValue={opened.mostReviews?.toString()}
        error={errorAt('mostReviews')}
      />
      <h2 className="govuk-heading-m">{copy.months}</h2>
      {many > 0 && <p className="govuk-hint">{copy.monthsHint}</p>}
      {Array.from({ length: many }, (_, line) => {
        const before = opened.months[line]
        return (
          <div key={line} className="app-month-line">
            <Select
              label={copy.monthLabel(line + 1)}
              name={`month-${line}`}
              none={copy.noMonth}
              defaultValue={before?.month}
              error={errorAt(`month-${line}`)}
              options={choices.map((value) => ({ value, text: showMonth(value) }))}
            />
            <Field
              label={copy.monthDays(line + 1)}
              name={`days-${line}`}
              inputMode="numeric"
              width={2}
              defaultValue={before?.days.toString()}
              error={errorAt(`days-${line}`)}
            />
            <Field
              label={copy.monthMost(line + 1)}
              name={`most-${line}`}
              inputMode="numeric"
              width={2}
              defaultValue={before?.mostReviews?.toString()}
              error={errorAt(`most-${line}`)}
            />
          </div>
        )
      })}
      <Button variant="secondary" onClick={() => setMany(many + 1)}>
        {copy.oneMore}
      </Button>
      <div>
        <Button busy={form.busy}>{copy.save}</Button>
      </div>
    </form>
  )
}
