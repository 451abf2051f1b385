import { limits, saveProviderSchema, type ModelChoice, type SaveProvider } from '@prologue/contracts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { signedIn } from '../policies/index.ts'
import { aTurn, listen } from '../testing/modelServers/askServer.ts'
import { openModelServer, type ModelServer } from '../testing/modelServers/openModelServer.ts'
import { buildPrompt, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { chooseModel as chooseFor } from './chooseModel.ts'
import {
  deleteProvider,
  listModels,
  listProviders,
  makeModels,
  orderProviders,
  savePrice,
  saveProvider,
  testProvider,
  type ModelsConfig,
} from './index.ts'

const key = 'sk-canary-777777777777'

let server: ModelServer
beforeAll(async () => {
  server = await openModelServer()
})
afterAll(() => server.close())

/** Of a server on this machine, with what else is said. */
const said = (more: Partial<SaveProvider> = {}): SaveProvider =>
  saveProviderSchema.parse({
    name: `Server ${Math.random()}`,
    kind: 'openai-compatible',
    baseUrl: server.baseUrl('openai-compatible'),
    key,
    models: ['llama3.3', 'qwen3'],
    enabled: true,
    fallback: false,
    ...more,
  })

function own() {
  const said = { id: 'env:server', name: 'Model server', kind: 'openai-compatible', key, models: ['llama3.3'] } as const
  const baseUrl = server.baseUrl('openai-compatible')
  return { ...said, models: [...said.models], baseUrl, enabled: true, fallback: false, fromEnvironment: true }
}

/** With the budget of who chooses. */
const chooseModel = (ctx: Ctx, choice: ModelChoice | undefined) => chooseFor(ctx, choice, signedIn(ctx.actor).userId)

onEachDatabase('a provider of models', (world) => {
  let admin: Ctx
  let ada: Ctx

  const setUp = (config: Partial<ModelsConfig> = {}) => {
    world().services.models = makeModels({ privateNetworks: true, ...config })
  }

  beforeEach(async () => {
    setUp()
    server.behave()
    admin = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    ada = ctxOf(world(), await buildUser(world()))
    for (const { id, fromEnvironment } of await listProviders(admin)) if (!fromEnvironment) await deleteProvider(admin, { id })
  })

  it('is kept with its key encrypted, which nobody is told and the audit does not have', async () => {
    const saved = await saveProvider(admin, said({ name: 'The cellar' }))
    expect(saved).toMatchObject({ name: 'The cellar', hasKey: true, models: ['llama3.3', 'qwen3'], fromEnvironment: false })
    const { knex } = world().database
    const rows = await knex('providers').where({ id: saved.id })
    const audit = await knex('audit_logs').where({ entityId: saved.id })
    const told = [saved, await listProviders(admin), await listModels(ada), rows, audit]
    expect(audit).toHaveLength(1)
    expect(JSON.stringify(told)).not.toContain('canary')
    expect(Buffer.from(rows[0].keyEncrypted).includes('canary')).toBe(false)
  })

  it('keeps its key when that is left out, loses it when it is empty, and never sends it to another address', async () => {
    const { id, name } = await saveProvider(admin, said())
    const same = { ...said({ name }), id, key: undefined }
    expect(await saveProvider(admin, { ...same, models: ['qwen3'] })).toMatchObject({ hasKey: true, models: ['qwen3'] })
    const elsewhere = { ...same, baseUrl: 'https://elsewhere.example/v1' }
    await expect(saveProvider(admin, elsewhere)).rejects.toMatchObject({
      code: 'VALIDATION',
      message: expect.stringContaining('key again'),
    })
    expect(await saveProvider(admin, { ...elsewhere, key: 'another' })).toMatchObject({ hasKey: true })
    expect(await saveProvider(admin, { ...same, key: '' })).toMatchObject({ hasKey: false })
  })

  it('is for administrators alone, and its changes for who proved not long ago that it is them', async () => {
    const old: Ctx = { ...admin, now: () => new Date(Date.now() + 3_600_000) }
    await expect(listProviders(ada)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(saveProvider(ada, said())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(saveProvider(old, said())).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    const { id } = await saveProvider(admin, said())
    await expect(deleteProvider(old, { id })).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    await expect(testProvider(ada, { id, model: 'llama3.3' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(orderProviders(ada, { ids: [id] })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('has a name of its own, also beside those of the environment', async () => {
    setUp({ environment: [own()] })
    await saveProvider(admin, said({ name: 'Cellar' }))
    await expect(saveProvider(admin, said({ name: 'cellar' }))).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(saveProvider(admin, said({ name: 'Model server' }))).rejects.toMatchObject({ code: 'CONFLICT' })
    const many = await Promise.allSettled([1, 2, 3].map(() => saveProvider(admin, said({ name: 'Attic' }))))
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is refused at an address that is never asked, and at a private one unless that is allowed', async () => {
    const by = admin
    const at = (baseUrl: string) => saveProvider(by, said({ baseUrl }))
    await expect(at('http://169.254.169.254/latest')).rejects.toMatchObject({ code: 'VALIDATION' })
    await expect(at('http://[::ffff:169.254.169.254]/v1')).rejects.toMatchObject({ code: 'VALIDATION' })
    setUp({ privateNetworks: false })
    await expect(at('http://localhost:11434/v1')).rejects.toMatchObject({
      message: expect.stringContaining('MODEL_PRIVATE_NETWORKS'),
    })
    await expect(at('https://models.example/v1')).resolves.toMatchObject({ hasKey: true })
  })

  it('stands in the order that administrators give it', async () => {
    const made = [await saveProvider(admin, said()), await saveProvider(admin, said()), await saveProvider(admin, said())]
    const ids = made.map(({ id }) => id)
    expect((await listProviders(admin)).map(({ id }) => id)).toEqual(ids)
    const turned = await orderProviders(admin, { ids: ids.toReversed() })
    expect(turned.map(({ id }) => id)).toEqual(ids.toReversed())
    for (const wrong of [ids.slice(1), [...ids.slice(1), ids[1] ?? ''], [...ids, made[0]?.id ?? '']]) {
      await expect(orderProviders(admin, { ids: wrong })).rejects.toMatchObject({ code: 'CONFLICT' })
    }
  })

  it('of the environment is listed first, read-only, and reached on this machine whatever else is allowed', async () => {
    setUp({ environment: [own()], privateNetworks: false })
    await saveProvider(admin, said({ baseUrl: 'https://models.example/v1' }))
    const [first] = await listProviders(admin)
    expect(first).toMatchObject({ id: 'env:server', fromEnvironment: true, hasKey: true })
    expect(JSON.stringify(first)).not.toContain('canary')
    await expect(deleteProvider(admin, { id: 'env:server' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await testProvider(admin, { id: 'env:server', model: 'llama3.3' })).toMatchObject({
      ok: true,
      modelVersion: 'llama3.3',
    })
  })

  it('is tried by a button, which tells why it does not answer', async () => {
    const { id } = await saveProvider(admin, said())
    server.behave({ replies: ['ready'], version: 'llama3.3:70b' })
    const tried = await testProvider(admin, { id, model: 'llama3.3' })
    expect(tried).toMatchObject({ ok: true, said: 'ready', modelVersion: 'llama3.3:70b' })
    server.behave({ failures: [{ status: 401, message: `wrong key ${key}` }] })
    const failed = await testProvider(admin, { id, model: 'llama3.3' })
    expect(failed).toMatchObject({ ok: false, said: expect.stringContaining('refused the key') })
    expect(JSON.stringify(failed)).not.toContain('canary')
    expect(server.requests).toHaveLength(1)
  })

  it('whose key cannot be read any more says what to do', async () => {
    const { id, models } = await saveProvider(admin, said())
    await world()
      .database.knex('providers')
      .where({ id })
      .update({ keyEncrypted: Buffer.alloc(60, 1) })
    expect((await listModels(ada)).items).toHaveLength(2)
    const provider = await chooseModel(ada, { providerId: id, model: models[0] ?? '' })
    expect((await listen(provider)).error).toMatchObject({ message: expect.stringContaining('enter it again') })
  })

  it('that is off offers nothing, and what it offered is not found', async () => {
    const { id } = await saveProvider(admin, said({ enabled: false }))
    expect((await listModels(ada)).items).toEqual([])
    await expect(chooseModel(ada, { providerId: id, model: 'llama3.3' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await chooseModel(ada, undefined)).name).toBe('composer')
  })

  it('answers a turn, and the next one that may where it fails', async () => {
    const gone = await openModelServer()
    const first = await saveProvider(admin, said({ name: 'First', baseUrl: gone.baseUrl('openai-compatible') }))
    await gone.close()
    await saveProvider(admin, said({ name: 'Not asked', models: ['qwen3'] }))
    await saveProvider(admin, said({ name: 'Second', models: ['qwen3', 'llama3.3'], fallback: true }))
    setUp({ patience: { ...world().services.models.patience, backoff: 1 } })
    const heard = await listen(await chooseModel(ada, { providerId: first.id, model: 'llama3.3' }))
    expect(heard).toMatchObject({
      text: 'Done.',
      end: { provider: 'Second', model: 'qwen3', insteadOf: 'First', costMicroUsd: 0 },
    })
  })

  it('that is busy for long is not waited for, and charged for nothing', async () => {
    const first = await saveProvider(admin, said({ name: 'Busy' }))
    await saveProvider(admin, said({ name: 'Behind', fallback: true }))
    server.behave({ failures: [{ status: 429, headers: { 'retry-after': '3600' } }] })
    const heard = await listen(await chooseModel(ada, { providerId: first.id, model: 'llama3.3' }))
    expect(heard).toMatchObject({ end: { provider: 'Behind', insteadOf: 'Busy' }, charged: 0 })
    expect(server.requests).toHaveLength(2)
  })

  it('finishes an answer with the key that it began with; the next is asked with the new one', async () => {
    const saved = await saveProvider(admin, said())
    const chosen = { providerId: saved.id, model: 'llama3.3' }
    const provider = await chooseModel(ada, chosen)
    server.behave({ pace: 20, replies: [JSON.stringify({ reply: 'Calm. '.repeat(20), edits: [], question: null })] })
    const stream = provider.stream(aTurn, new AbortController().signal, () => {})
    await stream.next()
    await saveProvider(admin, { ...said({ name: saved.name, key: 'sk-the-new-one' }), id: saved.id })
    const rest = await Array.fromAsync(stream)
    expect(rest).not.toEqual([])
    await listen(await chooseModel(ada, chosen))
    await deleteProvider(admin, { id: saved.id })
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${key}`, 'Bearer sk-the-new-one'])
    await expect(chooseModel(ada, chosen)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('costs what is set here, else what is known, and what nobody knows is unknown', async () => {
    const priced = await saveProvider(
      admin,
      said({ kind: 'anthropic', baseUrl: server.baseUrl('anthropic'), models: ['claude-sonnet-4-5', 'nobody-knows'] }),
    )
    const cost = async (model: string) =>
      (await listen(await chooseModel(ada, { providerId: priced.id, model }), undefined, aTurn)).end?.costMicroUsd
    // 1,000 at $3, 200 kept at $0.30 and 80 out at $15 for a million.
    expect(await cost('claude-sonnet-4-5')).toBe(3_000 + 60 + 1_200)
    expect(await cost('nobody-knows')).toBeNull()
    const set = {
      provider: null,
      model: 'nobody-knows',
      input: 1_000_000,
      cachedInput: null,
      output: 2_000_000,
      contextTokens: 5_000,
    }
    const price = await savePrice(admin, set)
    expect(await cost('nobody-knows')).toBe(1_200 + 160)
    await savePrice(admin, { ...set, provider: priced.name, input: 0, output: 0 })
    expect(await cost('nobody-knows')).toBe(0)
    await expect(savePrice(admin, set)).rejects.toMatchObject({ code: 'CONFLICT' })
    await savePrice(admin, { ...set, id: price.id, model: 'claude-sonnet-4-5', input: null, output: null })
    expect(await cost('claude-sonnet-4-5')).toBe(4_260)
    const items = (await listModels(ada)).items.filter(({ providerId }) => providerId === priced.id)
    expect(items).toMatchObject([
      {
        model: 'claude-sonnet-4-5',
        family: 'claude',
        local: false,
        contextTokens: 5_000,
        price: { input: 3_000_000, output: 15_000_000 },
      },
      { model: 'nobody-knows', price: { input: 0, output: 0 } },
    ])
  })

  it('is not asked by who has spent the budget of the day, unless it costs nothing', async () => {
    const payerId = signedIn(ada.actor).userId
    setUp({ dailyBudget: 1_000 })
    const paid = await saveProvider(admin, said({ kind: 'openai', baseUrl: server.baseUrl('openai'), models: ['gpt-5.4'] }))
    const free = await saveProvider(admin, said())
    const chosen = { providerId: paid.id, model: 'gpt-5.4' }
    await buildPrompt(world(), { payerId, chargedMicroUsd: 998 })
    await buildPrompt(world(), { payerId, chargedMicroUsd: 5_000_000, createdAt: new Date(Date.now() - 86_400_000) })
    await buildPrompt(world(), { costMicroUsd: 5_000_000, chargedMicroUsd: 5_000_000 })
    await buildPrompt(world(), { payerId, chargedMicroUsd: 1, status: 'failed' })
    expect(await listModels(ada)).toMatchObject({ spentToday: 999, dailyBudget: 1_000 })
    expect((await chooseModel(ada, chosen)).model).toBe('gpt-5.4')
    await buildPrompt(world(), { payerId, chargedMicroUsd: 1, deletedAt: new Date() })
    await expect(chooseModel(ada, chosen)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) })
    expect((await chooseModel(ada, { providerId: free.id, model: 'qwen3' })).model).toBe('qwen3')
    expect((await chooseModel(ada, undefined)).name).toBe('composer')
  })

  it('of one’s own is free only as long as no price is set for it', async () => {
    const { id, name } = await saveProvider(admin, said())
    const qwen = { providerId: id, model: 'qwen3' }
    setUp({ dailyBudget: 0 })
    expect((await chooseModel(ada, qwen)).free).toBe(true)
    const set = { provider: name, model: 'qwen3', input: 0, cachedInput: null, output: 0, contextTokens: 9_000 }
    const price = await savePrice(admin, { ...set, input: null, output: null })
    expect((await chooseModel(ada, qwen)).free).toBe(true)
    await savePrice(admin, { ...set, id: price.id })
    expect((await chooseModel(ada, qwen)).free).toBe(true)
    for (const paid of [{ input: 1 }, { output: 1 }, { output: null }, { cachedInput: 1 }]) {
      await savePrice(admin, { ...set, ...paid, id: price.id })
      await expect(chooseModel(ada, qwen)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    }
    await saveProvider(admin, said({ fallback: true, models: ['qwen3'] }))
    expect((await chooseModel(ada, { providerId: id, model: 'llama3.3' })).free).toBe(true)
  })

  it('is one of so many at most', async () => {
    for (let count = 0; count < limits.providers; count++) await saveProvider(admin, said({ key: '' }))
    await expect(saveProvider(admin, said())).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
