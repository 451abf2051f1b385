import { variablesSchema } from '@prologue/prompt-kit'
import { business } from './business.ts'
import { coding } from './coding.ts'
import { creative } from './creative.ts'
import { data } from './data.ts'
import { education } from './education.ts'
import { language } from './language.ts'
import { productivity } from './productivity.ts'
import { research } from './research.ts'
import type { StarterEntry, StarterTemplate } from './starterTemplate.ts'
import { support } from './support.ts'
import { writing } from './writing.ts'

export type { StarterTemplate } from './starterTemplate.ts'

/** The templates that a new library begins with, complete with their variables. */
export const starterLibrary: readonly StarterTemplate[] = [
  ...writing,
  ...coding,
  ...data,
  ...support,
  ...research,
  ...education,
  ...business,
  ...productivity,
  ...creative,
  ...language,
].map(complete)

function complete({ variables, ...entry }: StarterEntry): StarterTemplate {
  return { ...entry, variables: variablesSchema.parse(variables) }
}
