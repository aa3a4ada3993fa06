import type { CompiledModule, Question } from '#domain/module.ts'
import { paths } from '#paths'
import type { ReadLesson } from './lesson.ts'
import type { Report } from './report.ts'

type Known = Pick<CompiledModule['module'], 'id' | 'after'> & { lessons: readonly string[] }

/** A module as it was read, before anything is published, for the checks that need all modules at once. */
export interface ReadModule extends Known {
  version: number
  file: string
  afterLine: number
  audience: readonly string[]
  skills: readonly string[]
  skillsLine: number
  read: readonly ReadLesson[]
  questions: { file: string; list: readonly { question: Question; line: number }[] }
}

/** The modules of the syllabus, of which some are still to be written. Source: the syllabus, M1 to M14. */
const syllabus = new Set(Array.from({ length: 14 }, (_, index) => `m${index + 1}`))

/** Checks that what modules say of one another holds: the modules that are best done before, and every link inside the product. */
export function checkLinks(modules: readonly ReadModule[], report: Report): void {
  for (const { id, after, file, afterLine, read } of modules) {
    for (const other of after) {
      if (other === id) report.add(file, afterLine, 'A module cannot be best done after itself')
      else if (!syllabus.has(other) && !modules.some((module) => module.id === other)) report.add(file, afterLine, `There is no module "${other}"`)
    }
    for (const lesson of read)
      for (const block of lesson.blocks)
        for (const href of linksOf(block)) {
          const fault = faultOf(href, lesson, modules)
          if (fault) report.add(lesson.file, lesson.lineOf(block.id), fault)
        }
  }
}

/** Every link anywhere in a block, also in the words for options that a reader may never choose. */
function linksOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  if ('kind' in part && part.kind === 'link' && 'href' in part) return [String(part.href)]
  return Object.values(part).flatMap(linksOf)
}

/** Addresses that stand for themselves: those of the product without a part to fill in. */
const fixed = new Set(Object.values(paths).flatMap(({ pattern }) => (pattern.includes(':') ? [] : [pattern])))

function faultOf(href: string, lesson: ReadLesson, modules: readonly ReadModule[]): string | null {
  if (href.startsWith('#')) return lesson.blocks.some(({ id }) => `#${id}` === href) ? null : `There is no block ${href} in this lesson`
  if (!href.startsWith('/'))
    return URL.parse(href)?.protocol === 'https:' ? null : `"${href}" is no address: write https://… or one that starts with /`
  const [, moduleId, lessonId] = /^\/training\/([^/]+)(?:\/lessons\/([^/]+))?$/.exec(href) ?? []
  const module = modules.find(({ id }) => id === moduleId)
  if (moduleId && (!module || (lessonId && !module.lessons.includes(lessonId))))
    return `${href} leads nowhere: there is no such ${module ? 'lesson' : 'module'}`
  return moduleId || fixed.has(href) ? null : `${href} is no page of the product`
}
