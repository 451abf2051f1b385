import { procedure } from './trpc.ts'

/** Where a procedure begins that is about the caller alone: whoever is signed in may call it. */
export const ownProcedure = procedure.meta({
  policy: 'signed-in',
  because: 'It acts on the account that asks and on no other.',
})
