import { choiceMade, useIsChosen } from './choosing.ts'
import './choosing.scss'

interface ChooseBoxProps {
  list: string
  person: { id: string; name: string }
  page: readonly { id: string; name: string }[]
}

/** The box at a row of the roster that chooses its person. */
export function ChooseBox({ list, person, page }: ChooseBoxProps) {
  return (
    <input
      type="checkbox"
      className="app-choose"
      aria-label={`Choose ${person.name}`}
      checked={useIsChosen(list, person.id)}
      onChange={({ target }) => choiceMade(list, person, target.checked, page)}
    />
  )
}
