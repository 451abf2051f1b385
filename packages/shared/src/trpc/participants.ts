import { inviteAnswerSchema, inviteSchema, participantKeySchema, setParticipantRoleSchema } from '@prologue/contracts'
import { handOver, inviteParticipant, leaveConversation, removeParticipant, setParticipantRole } from '../participants/index.ts'
import { limited, procedure, router } from './trpc.ts'

const managing = procedure.meta({ policy: 'conversation:manage-people' }).use(limited('manage-people'))

export const participantsRouter = router({
  invite: managing
    .use(limited('invite'))
    .input(inviteSchema)
    .output(inviteAnswerSchema)
    .mutation(({ ctx, input }) => inviteParticipant(ctx, input)),

  setRole: managing.input(setParticipantRoleSchema).mutation(({ ctx, input }) => setParticipantRole(ctx, input)),

  remove: managing.input(participantKeySchema).mutation(({ ctx, input }) => removeParticipant(ctx, input)),

  handOver: managing.input(participantKeySchema).mutation(({ ctx, input }) => handOver(ctx, input)),

  leave: procedure
    .meta({ policy: 'conversation:read' })
    .input(participantKeySchema.pick({ conversationId: true }))
    .mutation(({ ctx, input }) => leaveConversation(ctx, input)),
})
