import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { sessionQuery } from '#features/accounts/session.queries.ts'
import { lastAsked } from '#lib/api-client.ts'
import { signedInAgain } from '#lib/saving.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { idleCopy } from './idle-warning.copy.ts'

const minute = 60_000
/** How long before the end somebody is warned. WCAG 2.2.1 asks for twenty seconds at least. */
const ahead = 2 * minute
const often = 5_000

/**
 * Warns staff before the server signs them out for doing nothing, and lets them stay. Tabs of one account share when any of them last asked the
 * server, as the server does, so that a tab left open warns only when all of them are idle.
 */
export function IdleWarning({ minutes, account }: { minutes: number; account: string }) {
  const client = useQueryClient()
  const [end, setEnd] = useState<{ at: Date; over: boolean } | null>(null)
  const [left, setLeft] = useState(false)

  useEffect(() => {
    const timer = setInterval(() => {
      const last = lastAskedAnywhere(account)
      const at = last + minutes * minute
      if (Date.now() < at - ahead) {
        setEnd(null)
        setLeft(false)
      } else
        setEnd((shown) =>
          shown && shown.at.getTime() === at && shown.over === Date.now() >= at ? shown : { at: new Date(at), over: Date.now() >= at },
        )
    }, often)
    return () => clearInterval(timer)
  }, [account, minutes])

  if (!end || left) return null
  if (end.over)
    return (
      <Dialog key="over" title={idleCopy.overTitle} onClose={() => setLeft(true)}>
        <p className="govuk-body">{idleCopy.overText}</p>
        <Actions>
          <Button onClick={() => void signedInAgain().catch(() => setLeft(true))}>{idleCopy.signInAgain}</Button>
          <Button variant="secondary" onClick={() => setLeft(true)}>
            {idleCopy.close}
          </Button>
        </Actions>
      </Dialog>
    )
  const stay = () => {
    setEnd(null)
    // Any question counts as doing something; this one also tells whether the session had ended by another way.
    void client.invalidateQueries(sessionQuery)
  }
  return (
    <Dialog key="ahead" title={idleCopy.title} onClose={stay}>
      <p className="govuk-body">{idleCopy.text(end.at)}</p>
      <Button onClick={stay}>{idleCopy.stay}</Button>
    </Dialog>
  )
}

/** When any tab of this account last asked, noting what this one did. */
function lastAskedAnywhere(account: string): number {
  const key = `panel-pool:asked:${account}`
  const last = Math.max(lastAsked(), Number(localStorage.getItem(key) ?? 0))
  localStorage.setItem(key, String(last))
  return last
}
