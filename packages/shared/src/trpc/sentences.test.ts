import { errorCatalogue } from '@prologue/contracts'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { serialize } from 'superjson'
import { expect, it } from 'vitest'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { appRouter } from './index.ts'

const far = 'x'.repeat(300)
const password = 'a long enough password'
const plain = errorCatalogue.VALIDATION.message

onEachDatabase('what is wrong with a request', (world) => {
  async function refusalOf(path: string, input: unknown): Promise<unknown> {
    const ctx = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    const body = JSON.stringify(serialize(input))
    const answer = await fetchRequestHandler({
      endpoint: '/trpc',
      router: appRouter,
      req: new Request(`http://localhost/trpc/${path}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      }),
      createContext: () => ({ ...ctx, setSession: () => {}, showAllowance: () => {} }),
    })
    const { error } = await answer.json()
    return error.json.data.wire
  }

  it.each([
    ['an address that is too long', 'auth.signIn', { email: far, password }, 'An address can have 254 characters.'],
    [
      'a password that is too long',
      'auth.signIn',
      { email: 'ada@example.com', password: far },
      'A password can have 256 characters.',
    ],
    [
      'a link that was cut',
      'auth.resetPassword',
      { token: '', password },
      'This link is not complete. Open it again from the mail.',
    ],
    ['an address that is none', 'auth.signUp', { name: 'Ada', email: 'ada', password }, 'Enter a complete e-mail address.'],
  ])('%s is said in the words of its schema', async (_, path, input, message) => {
    expect(await refusalOf(path, input)).toMatchObject({ code: 'VALIDATION', message })
  })

  it.each([
    ['too long', 'shares.look', { token: far }],
    ['of another type', 'auth.signIn', { email: 1, password }],
    ['no choice of a list', 'users.setRole', { id: '00000000-0000-4000-8000-000000000000', role: 'king' }],
    ['unknown', 'account.setPreferences', { preferences: { colour: 'red' } }],
    ['no id', 'users.delete', { id: 'x' }],
  ])('what is %s, and has no sentence of its own, is not told in those of a library', async (_, path, input) => {
    expect(await refusalOf(path, input)).toMatchObject({ code: 'VALIDATION', message: plain })
  })
})
