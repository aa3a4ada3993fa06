import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Setting } from '#domain/account.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { copy } from './accounts.copy.ts'
import { accountQueries, changeSetting } from './accounts.queries.ts'

export function SettingsPage() {
  const { data } = useSuspenseQuery(accountQueries.settings)
  return (
    <Page title={copy.settings}>
      <div className="app-measure">
        <p className="govuk-body">{copy.settingsIntro}</p>
        {data.settings.map((setting) => (
          <SettingForm key={setting.key} setting={setting} />
        ))}
      </div>
    </Page>
  )
}

function SettingForm({ setting }: { setting: Setting }) {
  const { key, version, value, unit, least, most, what, source } = setting
  const [saved, setSaved] = useState(false)
  const { mutateAsync } = useMutation(changeSetting)
  const form = useForm(async (values) => {
    setSaved(false)
    await mutateAsync({ key, version, value: Number(typed(values, key)) })
    setSaved(true)
  })
  const errors = form.errors.map((error) => ({ ...error, pointer: error.pointer.replace('/value', `/${key}`) }))
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={errors} />
      <Field
        label={`${what} (${unit})`}
        hint={`${copy.between(least, most, unit)} ${source}.`}
        name={key}
        width={5}
        inputMode="numeric"
        defaultValue={String(value)}
        error={form.errorAt('value')}
      />
      <Button variant="secondary" busy={form.busy}>
        {copy.change}
        <span className="govuk-visually-hidden">: {what}</span>
      </Button>
      <p className="govuk-body" role="status">
        {saved && copy.settingSaved}
      </p>
    </form>
  )
}
