import type { FileFault } from './file-places.ts'
import type { CaseAssociation, CaseItem, CasePackage } from './framework-case.ts'

type ItemType = CaseItem['CFItemType']
type ItemOf<Type extends ItemType> = Extract<CaseItem, { CFItemType: Type }>
/** Something in a package, with the JSON pointer to it. */
type Placed<T> = T & { at: string }

/** What may hold what: an item of the left is a child of one of the right. */
const parents = { Domain: 'the document', Level: 'the document', Role: 'the document', Skill: 'Domain', Indicator: 'Skill' } as const

/** A CFPackage with its items under what holds them. While it has `faults`, nothing else should be asked of it. */
export class CaseTree {
  readonly document: CasePackage['CFDocument']
  readonly faults: FileFault[] = []
  readonly #items = new Map<string, Placed<CaseItem>>()
  readonly #from = new Map<string, Placed<CaseAssociation>[]>()
  readonly #to = new Map<string, Placed<CaseAssociation>[]>()

  constructor({ CFDocument, CFItems, CFAssociations }: CasePackage) {
    this.document = CFDocument
    for (const [index, item] of CFItems.entries()) {
      const at = `/CFItems/${index}`
      if (this.#items.has(item.identifier)) this.faults.push({ at: `${at}/identifier`, detail: 'Another item has this identifier' })
      else this.#items.set(item.identifier, { ...item, at })
    }
    for (const association of CFAssociations.map((one, index) => ({ ...one, at: `/CFAssociations/${index}` })).toSorted(inSequence)) {
      this.#check(association)
      put(this.#from, `${association.associationType} ${association.originNodeURI.identifier}`, association)
      put(this.#to, `${association.associationType} ${association.destinationNodeURI.identifier}`, association)
    }
    for (const item of this.#items.values()) this.#checkHeld(item)
  }

  /** What the item or the document holds, in sequence. */
  childrenOf<Type extends ItemType>(identifier: string, type: Type): Placed<ItemOf<Type>>[] {
    return (this.#to.get(`isChildOf ${identifier}`) ?? []).flatMap(({ originNodeURI }) => {
      const child = this.#items.get(originNodeURI.identifier)
      // Its kind was just compared.
      return child?.CFItemType === type ? [child as Placed<ItemOf<Type>>] : []
    })
  }

  /** The level that an indicator describes. */
  levelOf(identifier: string): number {
    const [found] = this.#from.get(`hasSkillLevel ${identifier}`) ?? []
    const level = this.#items.get(found?.destinationNodeURI.identifier ?? '')
    return level?.CFItemType === 'Level' ? Number(level.humanCodingScheme) : 0
  }

  /** The roles that need a skill, in sequence. */
  rolesOf(identifier: string) {
    return (this.#from.get(`isRelatedTo ${identifier}`) ?? []).flatMap(({ at, destinationNodeURI, notes, extensions }) => {
      const role = this.#items.get(destinationNodeURI.identifier)
      if (role?.CFItemType !== 'Role') return []
      return [{ at, role: role.humanCodingScheme, weight: extensions?.panelPool.weight, why: notes ?? '' }]
    })
  }

  /** Both ends are there and of the kinds that this association ties. */
  #check({ at, associationType, originNodeURI, destinationNodeURI, extensions }: Placed<CaseAssociation>): void {
    const origin = this.#items.get(originNodeURI.identifier)?.CFItemType
    const { identifier } = destinationNodeURI
    const destination = identifier === this.document.identifier ? 'the document' : this.#items.get(identifier)?.CFItemType
    const fault = (where: string, detail: string) => this.faults.push({ at: at + where, detail })
    if (!origin) fault('/originNodeURI/identifier', 'No item has this identifier')
    if (!destination) fault('/destinationNodeURI/identifier', 'No item has this identifier')
    if (!origin || !destination) return
    if (associationType === 'isChildOf' && destination !== parents[origin]) fault('/destinationNodeURI', `${origin} is a child of ${parents[origin]}`)
    if (associationType === 'hasSkillLevel' && (origin !== 'Indicator' || destination !== 'Level'))
      fault('', 'hasSkillLevel leads from an Indicator to a Level')
    if (associationType === 'isRelatedTo' && (origin !== 'Skill' || destination !== 'Role')) fault('', 'isRelatedTo leads from a Skill to a Role')
    if (associationType === 'isRelatedTo' && !extensions)
      fault('/extensions', 'Say in panelPool.weight whether the skill is core or useful to the role')
  }

  /** An item is held once, and an indicator describes one level. */
  #checkHeld({ at, identifier, CFItemType }: Placed<CaseItem>): void {
    const [held, ...more] = this.#from.get(`isChildOf ${identifier}`) ?? []
    if (!held) this.faults.push({ at, detail: `Nothing says what this belongs to: add isChildOf, to ${parents[CFItemType]}` })
    for (const other of more) this.faults.push({ at: other.at, detail: 'Its origin is a child of something already' })
    if (CFItemType !== 'Indicator') return
    const [level, ...others] = this.#from.get(`hasSkillLevel ${identifier}`) ?? []
    if (!level) this.faults.push({ at, detail: 'Nothing says which level this describes: add hasSkillLevel, to a Level' })
    for (const other of others) this.faults.push({ at: other.at, detail: 'Its origin has a level already' })
  }
}

/** In the order that they give; those that give none come last, in the order of the file. */
const inSequence = (a: CaseAssociation, b: CaseAssociation) =>
  (a.sequenceNumber ?? Number.MAX_SAFE_INTEGER) - (b.sequenceNumber ?? Number.MAX_SAFE_INTEGER)

function put<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key) ?? []
  list.push(value)
  lists.set(key, list)
}
