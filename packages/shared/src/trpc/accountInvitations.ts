import { accountInvitationSchema, inviteAccountSchema } from '@prologue/contracts'
import { z } from 'zod'
import { inviteAccount, listAccountInvitations, revokeAccountInvitation } from '../accountInvitations/index.ts'
import { byId } from './byId.ts'
import { limited, procedure, router } from './trpc.ts'

const inviting = procedure.meta({ policy: 'user:invite' })

export const accountInvitationsRouter = router({
  list: inviting.output(z.array(accountInvitationSchema)).query(({ ctx }) => listAccountInvitations(ctx)),

  create: inviting
    .use(limited('invite'))
    .input(inviteAccountSchema)
    .mutation(({ ctx, input }) => inviteAccount(ctx, input)),

  revoke: inviting.input(byId).mutation(({ ctx, input }) => revokeAccountInvitation(ctx, input)),
})
