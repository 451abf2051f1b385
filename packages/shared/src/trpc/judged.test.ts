import {
  accountAbilities,
  accountAbilitySchema,
  AppError,
  clientEvents,
  isOpen,
  permissionSchema,
  userRoles,
  type Judged,
} from '@prologue/contracts'
import { TRPCError, type AnyRouter } from '@trpc/server'
import { expect, it } from 'vitest'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { appRouter } from './index.ts'
import { procedure, router, type RequestCtx } from './trpc.ts'

type Walked = { path: string; meta: Judged | undefined }

/** Every procedure of a router, however deep it stands. */
function walk(of: AnyRouter): Walked[] {
  return Object.entries<{ _def: { meta?: unknown } }>(of._def.procedures).map(([path, { _def }]) => ({
    path,
    meta: isJudged(_def.meta) ? _def.meta : undefined,
  }))
}

function isJudged(meta: unknown): meta is Judged {
  if (typeof meta !== 'object' || meta === null || !('policy' in meta)) return false
  if (permissionSchema.safeParse(meta.policy).success) return true
  const saysWhy = 'because' in meta && typeof meta.because === 'string' && meta.because.split(' ').length > 3
  return (meta.policy === 'public' || meta.policy === 'signed-in' || meta.policy === 'with-account') && saysWhy
}

const unjudged = (of: AnyRouter) => walk(of).flatMap(({ path, meta }) => (meta ? [] : [path]))

const forgetful = router({
  notes: router({
    list: procedure.query(() => 'Everybody’s notes'),
    open: procedure.meta({ policy: 'public', because: '' }).query(() => 'Open without a reason'),
    kept: procedure.meta({ policy: 'signed-in', because: 'It is for all who are here.' }).query(() => 'Kept'),
  }),
})

it('Every procedure says what judges it', () => {
  expect(walk(appRouter).length).toBeGreaterThan(40)
  expect(unjudged(appRouter)).toEqual([])
})

it('Every permission judges something: there is none that is only named', () => {
  const named = new Set<string>([
    ...walk(appRouter).map(({ meta }) => meta?.policy ?? ''),
    ...Object.values(clientEvents).map(({ policy }) => policy),
  ])
  // Asked within others: who deletes what others wrote, and what changes of a template with one call.
  const within = ['comment:delete-any', 'comment:resolve-any', 'prompt:delete-any', 'template:hide']
  expect(permissionSchema.options.filter((permission) => !named.has(permission)).toSorted()).toEqual(within)
})

it('A procedure that says nothing of it, or is open without a reason, is found', () => {
  expect(unjudged(forgetful)).toEqual(['notes.list', 'notes.open'])
})

const asked = (ctx: ReturnType<typeof ctxOf>): RequestCtx => ({ ...ctx, setSession() {}, showAllowance() {} })

/** What calling a procedure without any input is refused with, null where it is not. */
async function refusal(of: AnyRouter, path: string, ctx: RequestCtx): Promise<string | null> {
  const { type } = of._def.procedures[path]._def
  try {
    await of._def.procedures[path]({ path, type, ctx, getRawInput: async () => undefined, input: undefined, signal: undefined })
    return null
  } catch (error) {
    return error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : 'another'
  }
}

onEachDatabase('a procedure', (world) => {
  it('that says nothing of what judges it is refused to everybody', async () => {
    const admin = asked(ctxOf(world(), await buildUser(world(), { role: 'admin' })))
    expect(await refusal(forgetful, 'notes.list', admin)).toBe('FORBIDDEN')
    expect(await refusal(forgetful, 'notes.kept', admin)).toBeNull()
    expect(await refusal(forgetful, 'notes.kept', asked(ctxOf(world())))).toBe('UNAUTHENTICATED')
  })

  it('that is not open is refused to nobody in particular before its input is read', async () => {
    for (const { path, meta } of walk(appRouter)) {
      if (!meta || isOpen(meta)) continue
      expect([path, await refusal(appRouter, path, asked(ctxOf(world())))]).toEqual([path, 'UNAUTHENTICATED'])
    }
  })

  it('that is for whoever has an account is refused to guests before its input is read', async () => {
    const guest = asked(ctxOf(world(), await buildUser(world(), { role: 'guest' })))
    const forAccounts = walk(appRouter).filter(({ meta }) => meta?.policy === 'with-account')
    expect(forAccounts.length).toBeGreaterThan(10)
    for (const { path } of forAccounts) expect([path, await refusal(appRouter, path, guest)]).toEqual([path, 'FORBIDDEN'])
  })

  it('that is about the server as a whole is refused to whose role does not say so before its input is read', async () => {
    for (const role of userRoles) {
      const ctx = asked(ctxOf(world(), await buildUser(world(), { role })))
      for (const { path, meta } of walk(appRouter)) {
        if (!meta || !accountAbilitySchema.safeParse(meta.policy).success || meta.policy.endsWith(':create')) continue
        const refused = (await refusal(appRouter, path, ctx)) === 'FORBIDDEN'
        const allowed = accountAbilities[role].some((ability) => ability === meta.policy)
        expect([role, path, refused]).toEqual([role, path, !allowed])
      }
    }
  })
})
