import { showTime } from '#lib/show.ts'
import './save-state.scss'

export type Saving = { state: 'idle' } | { state: 'saving' } | { state: 'saved'; at: Date } | { state: 'failed'; why: string }

/** Whether what was typed or chosen has reached the server, said as it changes. */
export const SaveState = ({ saving }: { saving: Saving }) => (
  <p className="app-save-state" role="status">
    {saving.state === 'saving' && 'Saving…'}
    {saving.state === 'saved' && `Saved ${showTime(saving.at.toISOString())}`}
    {saving.state === 'failed' && `Not saved: ${saving.why}`}
  </p>
)
