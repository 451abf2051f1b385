import {
  acceptedSchema,
  acceptInvitationSchema,
  byTokenSchema,
  createShareSchema,
  enterSchema,
  idSchema,
  sharePreviewSchema,
  shareSchema,
} from '@prologue/contracts'
import { z } from 'zod'
import { acceptInvitation, acceptShare, createShare, enterShare, listShares, lookAtShare, revokeShare } from '../shares/index.ts'
import { byId } from './byId.ts'
import { limited, procedure, router } from './trpc.ts'

const inConversation = z.object({ conversationId: idSchema })

export const sharesRouter = router({
  list: procedure
    .meta({ policy: 'conversation:share' })
    .input(inConversation)
    .output(z.array(shareSchema))
    .query(({ ctx, input }) => listShares(ctx, input)),

  create: procedure
    .meta({ policy: 'conversation:share' })
    .input(createShareSchema)
    .output(z.object({ share: shareSchema, url: z.string() }))
    .mutation(({ ctx, input }) => createShare(ctx, input)),

  revoke: procedure
    .meta({ policy: 'conversation:share' })
    .input(byId)
    .mutation(({ ctx, input }) => revokeShare(ctx, input)),

  // A mutation, so that the token travels in a body and in no log of addresses.
  look: procedure
    .meta({ policy: 'public', because: 'Who holds the link may know what it opens before signing in; the token judges.' })
    .use(limited('follow-link'))
    .input(byTokenSchema)
    .output(sharePreviewSchema)
    .mutation(({ ctx, input }) => lookAtShare(ctx, input)),

  accept: procedure
    .meta({ policy: 'signed-in', because: 'Who holds the link may come in; the token judges.' })
    .use(limited('follow-link'))
    .input(byTokenSchema)
    .output(acceptedSchema)
    .mutation(({ ctx, input }) => acceptShare(ctx, input)),

  enter: procedure
    .meta({ policy: 'public', because: 'Who holds the link may come in without an account; the token judges.' })
    .use(limited('enter'))
    .input(enterSchema)
    .output(acceptedSchema)
    .mutation(async ({ ctx, input }) => {
      const { conversationId, token } = await enterShare(ctx, input)
      if (token !== null) ctx.setSession(token)
      return { conversationId }
    }),

  acceptInvitation: procedure
    .meta({
      policy: 'with-account',
      because: 'The address it was sent to judges: it must be the confirmed one of the account that asks.',
    })
    .input(acceptInvitationSchema)
    .output(acceptedSchema)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
})
