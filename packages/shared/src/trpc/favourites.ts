import { idSchema } from '@prologue/contracts'
import { z } from 'zod'
import { addFavourite, removeFavourite } from '../favourites/index.ts'
import { procedure, router } from './trpc.ts'

const ofTemplate = procedure.meta({ policy: 'template:read' }).input(z.object({ templateId: idSchema }))

export const favouritesRouter = router({
  add: ofTemplate.mutation(({ ctx, input }) => addFavourite(ctx, input)),
  remove: ofTemplate.mutation(({ ctx, input }) => removeFavourite(ctx, input)),
})
