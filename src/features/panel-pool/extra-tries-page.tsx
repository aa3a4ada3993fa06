import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './extra-tries.copy.ts'
import { giveExtraTries } from './extra-tries.queries.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'

/** A coordinator gives somebody more tries at one knowledge check, and says why. */
export function ExtraTriesPage() {
  const { id = '', moduleId = '' } = useParams()
  const { data: person } = useSuspenseQuery(panelPoolQueries.person(id))
  const { data: training } = useSuspenseQuery(panelPoolQueries.training(id))
  const module = training.modules.find((one) => one.moduleId === moduleId)
  const navigate = useNavigate()
  const { mutateAsync } = useMutation(giveExtraTries)
  const form = useForm(async (values) => {
    const tries = Number(typed(values, 'tries'))
    await mutateAsync({ id, moduleId, tries, reason: typed(values, 'reason') })
    await navigate(paths.personSkills(id), { state: { said: copy.done(person.name, tries, module?.title ?? '') } })
  })
  return (
    <>
      <BackLink to={paths.personSkills(id)}>{copy.back}</BackLink>
      <Page title={copy.title(person.name)} {...(module ? { caption: module.title } : {})}>
        <div className="app-measure">
          {!module || module.triesLeft === null ? (
            <Empty>{copy.none}</Empty>
          ) : (
            <form onSubmit={form.onSubmit} noValidate>
              <ErrorSummary errors={form.errors} />
              <p className="govuk-body">{copy.intro}</p>
              <p className="govuk-body">
                {copy.used(module.tries, module.triesLeft)} {module.extraTries > 0 && copy.given(module.extraTries)}
              </p>
              <Radios label={copy.many} name="tries" error={form.errorAt('tries')} options={copy.options} />
              <TextArea label={copy.reason} hint={copy.reasonHint} name="reason" rows={3} most={300} error={form.errorAt('reason')} />
              <Button busy={form.busy}>{copy.give}</Button>
            </form>
          )}
        </div>
      </Page>
    </>
  )
}
