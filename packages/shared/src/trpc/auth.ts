import {
  confirmSecondFactorSchema,
  meSchema,
  openedInvitationSchema,
  redeemedSchema,
  redeemTokenSchema,
  requestPasswordResetSchema,
  resetPasswordSchema,
  signInAnswerSchema,
  signedInSchema,
  signInSchema,
  signUpAnswerSchema,
  signUpSchema,
  verifyEmailSchema,
} from '@prologue/contracts'
import {
  confirmEmailChange,
  confirmSecondFactor,
  getMe,
  openInvitation,
  requestPasswordReset,
  resetPassword,
  signIn,
  signOut,
  signUp,
  verifyEmail,
} from '../auth/index.ts'
import { takeGuestPlaces } from '../participants/index.ts'
import { limited, procedure, router, type RequestCtx } from './trpc.ts'

type Entered = { account: { id: string }; token: string }

/**
 * Gives the browser its new session in place of the one it had, and the account what a guest had there. Its scripts get what the
 * output names: not the token.
 */
async function enter(ctx: RequestCtx, { account, token }: Entered): Promise<void> {
  await takeGuestPlaces(ctx, account.id)
  await signOut(ctx)
  ctx.setSession(token)
}

export const authRouter = router({
  me: procedure
    .meta({ policy: 'public', because: 'It tells who asks which account they have, if any.' })
    .output(meSchema)
    .query(({ ctx }) => getMe(ctx)),

  signUp: procedure
    .meta({ policy: 'public', because: 'An account begins with nobody.' })
    .use(limited('sign-up'))
    .input(signUpSchema)
    .output(signUpAnswerSchema)
    .mutation(async ({ ctx, input }) => {
      const answer = await signUp(ctx, input)
      if (answer.status === 'signed-in') await enter(ctx, answer)
      return answer
    }),

  // It changes nothing; as a query the token would stand in an address, and so in logs.
  openInvitation: procedure
    .meta({ policy: 'public', because: 'The token of the link judges; it tells for which address it is.' })
    .use(limited('redeem-token'))
    .input(redeemTokenSchema)
    .output(openedInvitationSchema)
    .mutation(({ ctx, input }) => openInvitation(ctx, input)),

  signIn: procedure
    .meta({ policy: 'public', because: 'A sign-in begins with nobody; the password judges.' })
    .use(limited('sign-in'))
    .input(signInSchema)
    .output(signInAnswerSchema)
    .mutation(async ({ ctx, input }) => {
      const answer = await signIn(ctx, input)
      if (answer.status === 'signed-in') await enter(ctx, answer)
      return answer
    }),

  confirmSecondFactor: procedure
    .meta({ policy: 'public', because: 'The challenge tells whose password was right; the code judges.' })
    .use(limited('second-factor'))
    .input(confirmSecondFactorSchema)
    .output(signedInSchema)
    .mutation(async ({ ctx, input }) => {
      const entered = await confirmSecondFactor(ctx, input)
      await enter(ctx, entered)
      return { status: 'signed-in', account: entered.account }
    }),

  signOut: procedure
    .meta({ policy: 'public', because: 'It ends the session that asks, if there is one.' })
    .mutation(async ({ ctx }) => {
      await signOut(ctx)
      ctx.setSession(null)
    }),

  requestPasswordReset: procedure
    .meta({ policy: 'public', because: 'Who forgot their password cannot sign in; the mail goes to the address of the account.' })
    .use(limited('ask-for-mail'))
    .input(requestPasswordResetSchema)
    .mutation(({ ctx, input }) => requestPasswordReset(ctx, input)),

  resetPassword: procedure
    .meta({ policy: 'public', because: 'Who forgot their password cannot sign in; the token judges.' })
    .use(limited('redeem-token'))
    .input(resetPasswordSchema)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),

  verifyEmail: procedure
    .meta({ policy: 'public', because: 'The token from the mail judges, in whatever browser it is opened.' })
    .use(limited('redeem-token'))
    .input(verifyEmailSchema)
    .output(redeemedSchema)
    .mutation(async ({ ctx, input }) => {
      const { email, token } = await verifyEmail(ctx, input)
      if (token !== null) ctx.setSession(token)
      return { email }
    }),

  confirmEmailChange: procedure
    .meta({ policy: 'public', because: 'The token from the mail judges, in whatever browser it is opened.' })
    .use(limited('redeem-token'))
    .input(redeemTokenSchema)
    .output(redeemedSchema)
    .mutation(async ({ ctx, input }) => {
      const { email, token } = await confirmEmailChange(ctx, input)
      if (token !== null) ctx.setSession(token)
      return { email }
    }),
})
