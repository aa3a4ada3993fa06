import { useRef, useState } from 'react'
import type { Block } from '#domain/module.ts'
import { useAway } from '#lib/saving.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/notes.tsx'
import { copy } from './blocks.copy.ts'
import { Paragraphs } from './lesson-words.tsx'

type RecordingBlock = Extract<Block, { kind: 'recording' }>

/** Sound or a film, of which nothing is sent before somebody plays it, and all that is said and shown in it to read instead. */
export function Recording({ block: { medium, title, file, captions, minutes, transcript } }: { block: RecordingBlock }) {
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null)
  const [fails, setFails] = useState(false)
  const away = useAway()
  const Player = medium
  const again = () => {
    setFails(false)
    player.current?.load()
    player.current?.focus()
  }
  return (
    <figure className="app-recording">
      <figcaption className="govuk-heading-s">{copy.recording[medium](title, minutes)}</figcaption>
      <Player
        className="app-recording__player"
        ref={player}
        src={file}
        controls
        preload="none"
        aria-label={title}
        onError={() => setFails(true)}
        onPlaying={() => setFails(false)}
      >
        {captions && <track kind="captions" src={captions} srcLang="en" label={copy.captions} default />}
      </Player>
      <p className="govuk-body app-recording__fault" role="status">
        {away ? copy.recordingAway : fails && copy.recordingFails}
      </p>
      {fails && !away && (
        <Button variant="secondary" onClick={again}>
          {copy.again}
        </Button>
      )}
      <Details summary={copy.transcript(title)}>
        <Paragraphs body={transcript} />
      </Details>
    </figure>
  )
}
