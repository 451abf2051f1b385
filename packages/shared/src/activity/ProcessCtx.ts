import type { Ctx } from '../context.ts'

/** What work on the audit as a whole needs: it is the process's own and touches no room. */
export type ProcessCtx = Omit<Ctx, 'services' | 'afterCommit'>
