import type { ReactNode } from 'react'
import { Checkboxes } from './checkboxes.tsx'
import { InsetText } from './notes.tsx'

interface LookAgainFirstProps extends LookAgainProps {
  box: string
  name?: string
  error?: string | undefined
}

interface LookAgainProps {
  title: string
  text: ReactNode
  found?: readonly string[]
}

const listOf = (found: readonly string[] | undefined) =>
  found && (
    <ul>
      {found.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )

/** Something in what was written that wants a second look. It stops nobody, and is read out when it turns up while somebody writes. */
export const LookAgain = ({ title, text, found }: LookAgainProps) => (
  <div role="status">
    {found?.length !== 0 && (
      <InsetText>
        <strong>{title}</strong>
        <div>{text}</div>
        {listOf(found)}
      </InsetText>
    )}
  </div>
)

/** The same, with a box to say that one has looked. Other words take the tick away again. */
export const LookAgainFirst = ({ title, text, found, box, name = 'readWarning', error }: LookAgainFirstProps) => (
  <InsetText>
    <Checkboxes
      key={found?.join(' ') ?? (typeof text === 'string' ? text : '')}
      label={title}
      hint={
        <>
          {text}
          {listOf(found)}
        </>
      }
      name={name}
      error={error}
      options={[{ value: 'yes', text: box }]}
    />
  </InsetText>
)
