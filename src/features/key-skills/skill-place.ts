import type { Framework } from '#domain/framework.ts'

/** What the page of one skill shows. */
export interface SkillPlace {
  /** The version whose words are shown. */
  framework: Framework
  inUse: Framework | null
  /** `stable`: the skill's own address, which leads to the newest version that has it. */
  address: 'stable' | 'version'
}
