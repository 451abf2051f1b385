import { createShareSchema, idSchema, sharePreviewSchema, shareSchema } from '@prologue/contracts'
import { z } from 'zod'
import { acceptShare, createShare, listShares, lookAtShare, revokeShare } from '../conversations/index.ts'
import { byId } from './byId.ts'
import { limited, procedure, router } from './trpc.ts'

/** Any text: what is no token is answered like a token that is not valid. */
const byToken = z.object({ token: z.string().max(200) })
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
    .input(byToken)
    .output(sharePreviewSchema)
    .mutation(({ ctx, input }) => lookAtShare(ctx, input)),

  accept: procedure
    .meta({ policy: 'signed-in', because: 'Who holds the link may come in; the token judges.' })
    .use(limited('follow-link'))
    .input(byToken)
    .output(inConversation)
    .mutation(({ ctx, input }) => acceptShare(ctx, input)),
})
