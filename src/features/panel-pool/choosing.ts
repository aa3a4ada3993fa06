import { create } from 'zustand'

interface Choosing {
  /** The list that people were chosen in: its filters, as they stand in the address. In another list nobody is chosen. */
  list: string
  /** Who is chosen, by id, with their names. */
  people: ReadonlyMap<string, string>
  /** Set when everybody of the list is meant, however many pages it has. */
  all: boolean
}

const nobody: Choosing = { list: '', people: new Map(), all: false }
const useStore = create<Choosing>(() => nobody)

const of = (state: Choosing, list: string): Choosing => (state.list === list ? state : nobody)

export const useChosen = (list: string): Choosing => of(useStore(), list)
export const useIsChosen = (list: string, id: string): boolean => useStore((state) => of(state, list).all || of(state, list).people.has(id))

/** One person was ticked or unticked. Whoever takes one out of everybody chooses one by one from there. */
export function choiceMade(
  list: string,
  { id, name }: { id: string; name: string },
  chosen: boolean,
  page: readonly { id: string; name: string }[],
): void {
  const now = of(useStore.getState(), list)
  const people = new Map(now.all ? page.map((one) => [one.id, one.name] as const) : now.people)
  if (chosen) people.set(id, name)
  else people.delete(id)
  useStore.setState({ list, people, all: false })
}

/** Everybody of the page that is shown, beside those chosen before. */
export function pageChosen(list: string, page: readonly { id: string; name: string }[]): void {
  const now = of(useStore.getState(), list)
  useStore.setState({ list, people: new Map([...now.people, ...page.map(({ id, name }) => [id, name] as const)]), all: false })
}

export const everybodyChosen = (list: string): void => useStore.setState({ list, people: new Map(), all: true })
export const nobodyChosen = (): void => useStore.setState(nobody)
