import {
  modelPriceSchema,
  orderProvidersSchema,
  providerSchema,
  providerTestSchema,
  saveModelPriceSchema,
  saveProviderSchema,
  testProviderSchema,
} from '@prologue/contracts'
import { z } from 'zod'
import {
  deletePrice,
  deleteProvider,
  listPrices,
  listProviders,
  orderProviders,
  savePrice,
  saveProvider,
  testProvider,
} from '../providers/index.ts'
import { byId } from './byId.ts'
import { limited, procedure, router } from './trpc.ts'

const managing = procedure.meta({ policy: 'admin:manage-providers' })

export const providersRouter = router({
  list: managing.output(z.array(providerSchema)).query(({ ctx }) => listProviders(ctx)),

  save: managing
    .input(saveProviderSchema)
    .output(providerSchema)
    .mutation(({ ctx, input }) => saveProvider(ctx, input)),

  delete: managing.input(byId).mutation(({ ctx, input }) => deleteProvider(ctx, input)),

  order: managing
    .input(orderProvidersSchema)
    .output(z.array(providerSchema))
    .mutation(({ ctx, input }) => orderProviders(ctx, input)),

  test: managing
    .use(limited('try-provider'))
    .input(testProviderSchema)
    .output(providerTestSchema)
    .mutation(({ ctx, input }) => testProvider(ctx, input)),

  prices: managing.output(z.array(modelPriceSchema)).query(({ ctx }) => listPrices(ctx)),

  savePrice: managing
    .input(saveModelPriceSchema)
    .output(modelPriceSchema)
    .mutation(({ ctx, input }) => savePrice(ctx, input)),

  deletePrice: managing.input(byId).mutation(({ ctx, input }) => deletePrice(ctx, input)),
})
