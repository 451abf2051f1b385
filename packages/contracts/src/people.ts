import { z } from 'zod'
import { idSchema } from './ids.ts'

/** A person as others in a room see them: never an e-mail address. */
export const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
})
export type Person = z.infer<typeof personSchema>
