import { z } from 'zod'
import { idSchema } from './ids.ts'

/** Cursor colours: six-digit hex, told apart by hue, legible as a label's ground under white text. */
export const personColours = ['#b3432b', '#8a5a00', '#4d7a1f', '#0f7a5c', '#0b7285', '#3563c9', '#6f4bc4', '#a8387f'] as const

/** A person as others in a room see them: never an e-mail address. */
export const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
})
export type Person = z.infer<typeof personSchema>

/** The same colour for the same person everywhere and always. */
export function personColour(id: string): string {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return personColours[sum % personColours.length] ?? personColours[0]
}
