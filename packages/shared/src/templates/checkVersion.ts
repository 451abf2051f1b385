import { AppError, modelSettingsSchema, templateContentSchema } from '@prologue/contracts'
import { templateFault, variablesSchema } from '@prologue/prompt-kit'
import { z } from 'zod'
import { sentenceOf } from '../sentenceOf.ts'

const versionTextSchema = z.object({
  content: templateContentSchema,
  variables: variablesSchema,
  settings: modelSettingsSchema,
})

/** What is written in a version: its text, the variables declared for it, what a model is asked with beside it. */
export type VersionText = z.infer<typeof versionTextSchema>

type Unchecked = { content: string; variables: readonly unknown[]; settings: unknown }

/**
 * The same if it can be kept. A text that declares variables is one with tags, so it must be readable as such; one without may
 * have braces that mean nothing.
 * @throws AppError VALIDATION that says what is wrong
 */
export function checkVersion(text: Unchecked): VersionText {
  const read = versionTextSchema.safeParse(text)
  if (!read.success) throw new AppError('VALIDATION', whatIsWrong(text, read.error.issues))
  const fault = read.data.variables.length > 0 ? templateFault(read.data.content) : null
  if (fault !== null) throw new AppError('VALIDATION', fault.message)
  return read.data
}

const nameSchema = z.object({ name: z.string().min(1) })

function whatIsWrong({ variables }: Unchecked, [issue]: readonly z.core.$ZodIssue[]): string | undefined {
  if (!issue) return undefined
  const [part, index] = issue.path
  const sentence = sentenceOf(issue)
  if (part === 'settings') return `The settings for the model: ${sentence ?? 'one of them does not fit.'}`
  if (part !== 'variables' || typeof index !== 'number') return sentence
  const named = nameSchema.safeParse(variables[index])
  const which = named.success ? `“${named.data.name}”` : `number ${index + 1}`
  return `The variable ${which}: ${sentence ?? 'its declaration is not complete.'}`
}
