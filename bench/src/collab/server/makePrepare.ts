import { randomUUID } from 'node:crypto'
import { appRouter, sessionsOn } from '@prologue/shared'
import type { Actor, Database, Logger, RequestCtx, Services } from '@prologue/shared'
import { makeServices } from '../../makeServices.ts'
import type { PreparedDraft } from './messages.ts'

type Person = { personId: string; token: string; actor: Actor }

/** Accounts that all drafts share: one person may write in several, and at several places of one. */
const mostAccounts = 10

const nothing = () => {}

/** Makes accounts, conversations and their members through the application's own API. */
export function makePrepare({ database, drafts, logger }: { database: Database; drafts: Services['drafts']; logger: Logger }) {
  const services = makeServices(drafts)
  const accounts: Person[] = []

  function callerFor(actor: Actor, setSession: RequestCtx['setSession'] = nothing) {
    return appRouter.createCaller({
      actor,
      requestId: randomUUID(),
      ip: null,
      userAgent: null,
      logger,
      now: () => new Date(),
      services,
      database,
      db: database.knex,
      afterCommit: (work) => work(),
      setSession,
      showAllowance: nothing,
    })
  }

  async function signUp(number: number): Promise<Person> {
    let token = ''
    const caller = callerFor({ kind: 'anonymous' }, (given) => (token = given ?? ''))
    await caller.auth.signUp({ name: `Person ${number}`, email: `${randomUUID()}@example.com`, password: randomUUID() })
    const { session, user } = await sessionsOn(database.knex).validateSession(token)
    if (!session) throw new Error('The new account has no session.')
    const { id: userId, name, role } = user
    return {
      personId: userId,
      token,
      actor: { kind: 'user', userId, name, role, sessionId: session.rowId, confirmedAt: session.confirmedAt },
    }
  }

  async function makeDraft(owner: Person, others: readonly Person[]): Promise<Omit<PreparedDraft, 'people'>> {
    const { conversations, shares } = callerFor(owner.actor)
    const { id } = await conversations.create({})
    const { url } = await shares.create({ conversationId: id, role: 'editor', expiresInDays: 1 })
    const token = url.slice(url.lastIndexOf('/') + 1)
    for (const { actor } of others) await callerFor(actor).shares.accept({ token })
    const { draft } = await conversations.get({ id })
    return { draftId: draft.id, epoch: draft.epoch }
  }

  return async (count: number, people: number): Promise<PreparedDraft[]> => {
    while (accounts.length < Math.min(people, mostAccounts)) accounts.push(await signUp(accounts.length))
    const prepared: PreparedDraft[] = []
    for (let draft = 0; draft < count; draft += 1) {
      const here = Array.from({ length: people }, (_, index) => accounts[(draft + index) % accounts.length]).filter(
        (person) => person !== undefined,
      )
      const [owner, ...others] = new Set(here)
      if (!owner) throw new Error('A draft needs somebody.')
      prepared.push({ ...(await makeDraft(owner, others)), people: here.map(({ personId, token }) => ({ personId, token })) })
    }
    return prepared
  }
}
