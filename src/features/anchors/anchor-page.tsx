import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { AnchorForm } from './anchor-form.tsx'
import { AnchorResult } from './anchor-result.tsx'
import { anchorsQueries } from './anchors.queries.ts'

export function AnchorPage() {
  const { id = '' } = useParams()
  return <Anchor key={id} id={id} />
}

/** A dossier: the sheet to fill in until it is handed in, then what the reference says. */
function Anchor({ id }: { id: string }) {
  const { data: anchor } = useSuspenseQuery(anchorsQueries.anchor(id))
  const [justNow, setJustNow] = useState(false)
  const { references } = anchor
  return references ? (
    <AnchorResult anchor={anchor} references={references} justNow={justNow} />
  ) : (
    <AnchorForm anchor={anchor} onHandedIn={() => setJustNow(true)} />
  )
}
