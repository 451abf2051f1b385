import { describe, expect, it } from 'vitest'
import { rateTable, type RateName, type Rates } from '../rates/index.ts'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { appRouter } from './index.ts'
import type { RequestCtx } from './trpc.ts'

/** What each procedure is limited by beside the rate of every call, and for whom it is counted. */
const own: Record<string, [rates: RateName | RateName[], per: 'person' | 'address']> = {
  'auth.signUp': ['sign-up', 'address'],
  'auth.signIn': ['sign-in', 'address'],
  'auth.confirmSecondFactor': ['second-factor', 'address'],
  'auth.requestPasswordReset': ['ask-for-mail', 'address'],
  'auth.resetPassword': ['redeem-token', 'address'],
  'auth.verifyEmail': ['redeem-token', 'address'],
  'auth.confirmEmailChange': ['redeem-token', 'address'],
  'auth.openInvitation': ['redeem-token', 'address'],
  'account.changePassword': ['confirm-identity', 'person'],
  'account.delete': ['confirm-identity', 'person'],
  'account.startDataExport': ['export-data', 'person'],
  'account.confirmIdentity': ['confirm-identity', 'person'],
  'account.enableTwoFactor': ['confirm-identity', 'person'],
  'account.requestEmailChange': ['ask-for-mail', 'address'],
  'account.sendVerification': ['ask-for-mail', 'address'],
  'checkpoints.save': ['checkpoint', 'person'],
  'checkpoints.restore': ['checkpoint', 'person'],
  'comments.add': ['comment', 'person'],
  'comments.edit': ['comment', 'person'],
  'comments.delete': ['comment', 'person'],
  'comments.restore': ['comment', 'person'],
  'comments.resolve': ['comment', 'person'],
  'comments.reopen': ['comment', 'person'],
  'conversations.duplicate': ['checkpoint', 'person'],
  'drafts.applyPrompt': ['checkpoint', 'person'],
  'drafts.applyEdits': ['checkpoint', 'person'],
  'drafts.dismissEdit': ['change-prompt', 'person'],
  'drafts.setLock': ['change-prompt', 'person'],
  'drafts.undoApply': ['checkpoint', 'person'],
  'participants.invite': [['manage-people', 'invite'], 'person'],
  'participants.setRole': ['manage-people', 'person'],
  'participants.remove': ['manage-people', 'person'],
  'participants.handOver': ['manage-people', 'person'],
  'interchange.importTemplates': ['import', 'person'],
  'interchange.exportTemplates': ['export', 'person'],
  'library.browse': ['search', 'person'],
  'library.facets': ['search', 'person'],
  'library.fitting': ['search', 'person'],
  'people.search': ['search', 'person'],
  'prompts.send': ['generation', 'person'],
  'prompts.regenerate': ['generation', 'person'],
  'prompts.choose': ['change-prompt', 'person'],
  'prompts.rate': ['change-prompt', 'person'],
  'prompts.edit': ['change-prompt', 'person'],
  'prompts.react': ['change-prompt', 'person'],
  'prompts.delete': ['change-prompt', 'person'],
  'prompts.restore': ['change-prompt', 'person'],
  'providers.test': ['try-provider', 'person'],
  'search.query': ['search', 'person'],
  'templates.create': ['make-template', 'person'],
  'templates.saveVersion': ['make-template', 'person'],
  'templates.restoreVersion': ['make-template', 'person'],
  'templateDrafts.publish': ['make-template', 'person'],
  'templates.begin': ['make-template', 'person'],
  'templates.fork': ['make-template', 'person'],
  'templates.use': ['use-template', 'person'],
  'templates.tag': ['change-many', 'person'],
  'templates.setTags': ['change-many', 'person'],
  'templates.deleteMany': ['change-many', 'person'],
  'templates.restoreMany': ['change-many', 'person'],
  'shares.look': ['follow-link', 'address'],
  'shares.accept': ['follow-link', 'address'],
  'shares.enter': ['enter', 'address'],
  'accountInvitations.create': ['invite', 'person'],
  'templateOffers.create': ['invite', 'person'],
  'templateReports.create': ['report', 'person'],
  'templateReports.createOfReview': ['report', 'person'],
}

const address = '203.0.113.7'
const paths = Object.keys({ ...appRouter._def.procedures })

/** Calls a procedure by its path, without any input. */
async function call(ctx: RequestCtx, path: string): Promise<unknown> {
  const found = path.split('.').reduce<unknown>((at, name) => Reflect.get(Object(at), name), appRouter.createCaller(ctx))
  if (typeof found !== 'function') throw new Error(`${path} is no procedure`)
  return found()
}

onEachDatabase('how often a procedure may be called', (world) => {
  /** Calls as somebody, and keeps what was counted; `refused` is what there is nothing left of. */
  async function counted(path: string, refused?: RateName) {
    const person = await buildUser(world(), { role: 'admin' })
    const taken: [RateName, string][] = []
    const rates: Rates = {
      async take(name, key) {
        taken.push([name, key])
        return { name, allowed: name !== refused, remaining: 0, resetsIn: 1 }
      },
    }
    const base = ctxOf(world(), person)
    const services = { ...base.services, rates }
    const ctx = { ...base, services, ip: address, setSession: () => {}, showAllowance: () => {} }
    const failure = await call(ctx, path).then(
      () => null,
      (error: unknown) => error,
    )
    return { person, taken, failure }
  }

  it('is counted by the rate that the table here names, and everything by the rate of all calls', async () => {
    for (const path of paths) {
      const { person, taken } = await counted(path)
      const [rates = [], per] = own[path] ?? []
      const key = per === 'person' ? person.id : address
      const expected = [['call', person.id], ...[rates].flat().map((rate) => [rate, key])]
      // What is counted for an account is taken further in, by the use-case that knows it.
      const before = taken.filter(([name]) => rateTable[name].per !== 'account')
      expect(before, path).toEqual(expected)
    }
  })

  describe('is refused when it is used up', () => {
    const each = Object.entries(own).flatMap(([path, [rates]]) => [rates].flat().map((rate) => [path, rate] as const))
    it.each(each)('by %s (%s)', async (path, rate) => {
      const { failure } = await counted(path, rate)
      expect(failure).toMatchObject({ cause: { code: 'RATE_LIMITED' } })
    })
  })

  it('is refused to every procedure when all calls are used up', async () => {
    for (const path of paths) {
      const { failure } = await counted(path, 'call')
      expect(failure, path).toMatchObject({ cause: { code: 'RATE_LIMITED' } })
    }
  })

  it('is told of procedures that there are', () => {
    expect(paths).toEqual(expect.arrayContaining(Object.keys(own)))
  })
})
