import { AppError, limits, type Provider as ProviderShape, type SaveProvider } from '@prologue/contracts'
import { v7 as uuidv7 } from 'uuid'
import { withTransaction, type Ctx } from '../context.ts'
import { refuseHost } from '../generation/index.ts'
import { Provider } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'
import { presentProvider } from './presentProvider.ts'
import { encryptKey } from './providerKey.ts'

/**
 * Sets up a provider, or changes one.
 * @throws AppError UNAUTHENTICATED, CONFIRM_IDENTITY, FORBIDDEN, NOT_FOUND; CONFLICT where another has the name or there are too many;
 * VALIDATION for an address that is never asked, and where a key would go to another address than the one it was entered for
 */
export async function saveProvider(ctx: Ctx, input: SaveProvider): Promise<ProviderShape> {
  const { models: service } = ctx.services
  authorize(recentlyConfirmed(ctx.actor, ctx.now()), 'admin:manage-providers')
  if (input.baseUrl !== null) refuseHost(new URL(input.baseUrl), { privateNetworks: service.privateNetworks })

  return withTransaction(ctx, async (tx) => {
    // All of them locked: names and places are told apart by them.
    const all = await Provider.with(tx).orderBy(['position', 'id']).forUpdate()
    const before = all.find(({ id }) => id === input.id)
    if (input.id !== undefined && !before) throw new AppError('NOT_FOUND')
    refuseTaken(input.name, [...all.filter((other) => other !== before), ...service.environment])
    if (!before && all.length >= limits.providers) {
      throw new AppError('CONFLICT', `There are ${limits.providers} providers already. Delete one first.`)
    }
    const { name, kind, baseUrl, enabled, fallback } = input
    const values = { name, kind, baseUrl, models: [...new Set(input.models)], enabled, fallback }
    if (before) {
      await Provider.with(tx)
        .findById(before.id)
        .patch({ ...values, ...keyOf(tx, before.id, input, before) })
      return presentProvider(await Provider.with(tx).findById(before.id).throwIfNotFound())
    }
    const id = uuidv7()
    const position = Math.max(-1, ...all.map((other) => other.position)) + 1
    return presentProvider(
      await Provider.with(tx).insert({ id, keyEncrypted: null, position, ...values, ...keyOf(tx, id, input, null) }),
    )
  })
}

/** As people tell names apart; the database tells them apart as they are written. */
function refuseTaken(name: string, others: readonly { name: string }[]): void {
  if (!others.some((other) => other.name.toLowerCase() === name.toLowerCase())) return
  throw new AppError('CONFLICT', `There is a provider named ${name} already. Give this one another name.`)
}

/** What becomes of the key: a key that was entered for one address is never sent to another without being entered again. */
function keyOf(tx: Ctx, id: string, { key, kind, baseUrl }: SaveProvider, before: Provider | null): Partial<Provider> {
  if (key !== undefined) return { keyEncrypted: key === '' ? null : encryptKey(tx, id, key) }
  if (!before?.keyEncrypted) return {}
  const same = before.kind === kind && originOf(before.baseUrl) === originOf(baseUrl)
  if (same) return {}
  throw new AppError('VALIDATION', 'The address is another now. Enter the key again, so that it does not go there by mistake.')
}

function originOf(baseUrl: string | null): string | null {
  return baseUrl === null ? null : new URL(baseUrl).origin
}
