import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'

/** A person as others in a room see them: never an e-mail address. */
export const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** Came by a link and gave a name: nobody vouches for it, and a conversation cannot be handed to them. */
  guest: z.boolean(),
})
export type Person = z.infer<typeof personSchema>

/** A name as words tell it: a guest can take anybody's. */
export function personLabel({ name, guest }: Pick<Person, 'name' | 'guest'>): string {
  return guest ? `${name} (guest)` : name
}

/** What somebody in a room does just now. */
export const presenceStateSchema = z.object({
  /** Nothing was touched for a while, or another page is in front. */
  idle: z.boolean(),
  /** A message is being written. */
  typing: z.boolean(),
})
export type PresenceState = z.infer<typeof presenceStateSchema>
export type Presence = Person & PresenceState

/** How the name of an account, or a word in it, begins, in capitals or not. */
export const searchPeopleSchema = z.object({
  search: z.string().trim().min(2, 'Enter at least two letters of the name.').max(limits.name),
})
