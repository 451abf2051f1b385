import { procedure } from './trpc.ts'

/** Where a procedure begins that is about the caller alone: whoever has an account may call it. */
export const ownProcedure = procedure.meta({
  policy: 'with-account',
  because: 'It acts on the account that asks and on no other.',
})
