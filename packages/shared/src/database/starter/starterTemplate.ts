import type { TemplateCategory } from '@prologue/contracts'
import type { Variable, variableSchema } from '@prologue/prompt-kit'
import type { z } from 'zod'

/** One template of the starter library, before it has an owner or an id. Its slug never changes, so that it is known again. */
export type StarterTemplate = {
  slug: string
  title: string
  /** One sentence of at most 160 characters. */
  description: string
  category: TemplateCategory
  tags: string[]
  content: string
  variables: Variable[]
}

/** The same as it is written down here: what a declaration leaves out has the usual value. */
export type StarterEntry = Omit<StarterTemplate, 'variables'> & { variables: z.input<typeof variableSchema>[] }
