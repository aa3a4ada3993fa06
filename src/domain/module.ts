import type { z } from 'zod'
import type * as schema from './module.schema.ts'

export type Inline = z.infer<typeof schema.Inline>
export type Prose = z.infer<typeof schema.Prose>
export type Drawing = z.infer<typeof schema.Drawing>
export type Block = z.infer<typeof schema.Block>
export type Source = z.infer<typeof schema.Source>
export type Outcome = z.infer<typeof schema.Outcome>
export type CheckRules = z.infer<typeof schema.CheckRules>
export type Lesson = z.infer<typeof schema.Lesson>
export type Module = z.infer<typeof schema.Module>
export type Question = z.infer<typeof schema.Question>
export type CompiledModule = z.infer<typeof schema.CompiledModule>
