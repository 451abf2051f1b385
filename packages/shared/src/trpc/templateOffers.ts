import { idSchema, offerTemplateSchema } from '@prologue/contracts'
import { z } from 'zod'
import { acceptOffer, declineOffer, offerTemplate, withdrawOffer } from '../templateOffers/index.ts'
import { limited, procedure, router } from './trpc.ts'

const inTemplate = z.object({ templateId: idSchema })

const answer = procedure
  .meta({ policy: 'with-account', because: 'Only whom a template is offered to finds the offer.' })
  .input(inTemplate)

export const templateOffersRouter = router({
  create: procedure
    .meta({ policy: 'template:hand-over' })
    .use(limited('invite'))
    .input(offerTemplateSchema)
    .mutation(({ ctx, input }) => offerTemplate(ctx, input)),

  withdraw: procedure
    .meta({ policy: 'template:hand-over' })
    .input(inTemplate)
    .mutation(({ ctx, input }) => withdrawOffer(ctx, input)),

  accept: answer.mutation(({ ctx, input }) => acceptOffer(ctx, input)),

  decline: answer.mutation(({ ctx, input }) => declineOffer(ctx, input)),
})
