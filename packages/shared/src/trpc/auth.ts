import { accountSchema, signInSchema, signUpSchema } from '@prologue/contracts'
import { z } from 'zod'
import { presentAccount, signIn, signOut, signUp } from '../auth/index.ts'
import { User } from '../models/index.ts'
import { limited, publicProcedure, router } from './trpc.ts'

const signedInSchema = z.object({ account: accountSchema })

export const authRouter = router({
  me: publicProcedure.output(z.object({ account: accountSchema.nullable(), canSetUp: z.boolean() })).query(async ({ ctx }) => {
    const { actor } = ctx
    const user = actor.kind === 'user' ? await User.with(ctx).findById(actor.userId) : undefined
    return { account: user ? presentAccount(user) : null, canSetUp: ctx.services.setup.token !== null }
  }),

  signUp: publicProcedure
    .use(limited('sign-up'))
    .input(signUpSchema)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { account, token } = await signUp(ctx, input)
      await signOut(ctx)
      ctx.setSession(token)
      return { account }
    }),

  signIn: publicProcedure
    .use(limited('sign-in'))
    .input(signInSchema)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const { account, token } = await signIn(ctx, input)
      await signOut(ctx)
      ctx.setSession(token)
      return { account }
    }),

  signOut: publicProcedure.mutation(async ({ ctx }) => {
    await signOut(ctx)
    ctx.setSession(null)
  }),
})
