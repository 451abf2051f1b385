import { z } from 'zod'
import { emailSchema } from './account.ts'
import { idSchema } from './ids.ts'
import { personSchema } from './people.ts'
import { participantRoleSchema, shareRoleSchema } from './roles.ts'

export const participantSchema = z.object({
  person: personSchema,
  role: participantRoleSchema,
})
export type Participant = z.infer<typeof participantSchema>

const inConversation = z.object({ conversationId: idSchema })
const invited = inConversation.extend({ role: shareRoleSchema })

/** By the id of an account, as a search for people finds it, or by an address that a mail is sent to. */
export const inviteSchema = z.union([invited.extend({ userId: idSchema }), invited.extend({ email: emailSchema })])

/** `added` is there at once. `invited` was sent a mail; that is the answer to every address, whether it has an account or not. */
export const inviteAnswerSchema = z.object({ status: z.enum(['added', 'invited']) })

/** One person of a conversation. */
export const participantKeySchema = inConversation.extend({ userId: idSchema })
/** Owner is nobody made by this: a conversation is handed over. */
export const setParticipantRoleSchema = participantKeySchema.extend({ role: shareRoleSchema })
