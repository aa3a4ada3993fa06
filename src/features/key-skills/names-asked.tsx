import { namesWords } from '#domain/names-words.ts'
import { LookAgainFirst } from '#ui/look-again.tsx'

/** Asks somebody whose words look as if they named a child whether they do. Loaded when it is first asked. */
export const NamesAsked = ({ warned, name }: { warned: string; name: string }) => (
  <LookAgainFirst title={namesWords.title} text={warned} box={namesWords.read} name={name} />
)
