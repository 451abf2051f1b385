import { accountAbilities, isOpen, limits, type Judged, type UserRole } from '@prologue/contracts'
import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { onEachServer } from '../testing/onEachServer.ts'
import { attacksOn, fieldsOf } from '../testing/strangers/attacks.ts'
import { buildInputs } from '../testing/strangers/buildInputs.ts'
import { buildSomebody, buildBelongings, signIn, type Belongings } from '../testing/strangers/buildBelongings.ts'
import { callProcedure, callTogether, type Answer, type Call, type Caller } from '../testing/strangers/callProcedures.ts'
import { isMeantForOthers, kindOf } from '../testing/strangers/kinds.ts'
import { procedures, type Procedure } from '../testing/strangers/procedures.ts'
import { rowsOf } from '../testing/strangers/rowsOf.ts'

/** What may be answered to somebody who asks for what is another's. */
const refusals: readonly string[] = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED']

/** Whether it is a role's to see and to decide, whoever it is of: what people report to moderators is meant for them. */
function decides(role: UserRole, policy: Judged['policy']): boolean {
  return policy === 'template-report:decide' && accountAbilities[role].some((ability) => ability === policy)
}

const reads = ({ type }: Procedure) => type === 'query'

const nothing = z.union([
  z.array(z.unknown()).length(0),
  z.object({ items: z.array(z.unknown()).length(0) }),
  z.object({ found: z.literal(0) }),
])
const cameTooOften = ({ error }: Answer) => error?.code === 'RATE_LIMITED'
const isEmptyList = (data: unknown) => nothing.safeParse(data).success

onEachServer('what is another person’s', ({ url, world }) => {
  let victim: Belongings
  let before: string[]
  let addresses = 0

  beforeAll(async () => {
    victim = await buildBelongings(world(), url())
    before = await rowsOf(world(), victim)
  })

  /** From an address of its own, so that limits of an address count for one procedure alone. */
  function caller(cookie: string): Caller {
    addresses += 1
    return { url: url(), cookie, ip: `198.18.${addresses >> 8}.${addresses & 255}` }
  }

  function check(asked: string, { text, data, error }: Answer, twin: Answer): void {
    expect(text, asked).not.toContain(victim.canary)
    expect(error === null ? isEmptyList(data) : refusals.includes(error.code), `${asked}: ${text}`).toBe(true)
    expect({ data, error }, `${asked}, beside one that nobody has`).toEqual({ data: twin.data, error: twin.error })
  }

  /**
   * Answers the first attack that came too often for this caller, null where all were tried. Only who has called before may be
   * refused at once.
   */
  async function sweep(procedure: Procedure, mine: Belongings, from: Caller, begin: number, calledBefore: boolean) {
    const { path, type } = procedure
    const called = attacksOn(procedure, mine, victim).map(({ name, input, twin, ofEachKind }) => {
      return { name: `${path} with ${name}`, call: { path, type, input }, twin, ofEachKind }
    })
    const twins = new Map<string, Promise<Answer>>()
    const twinOf = (twin: unknown) => {
      const key = JSON.stringify(twin)
      const answer = twins.get(key) ?? callProcedure(from, { path, type, input: twin })
      twins.set(key, answer)
      return answer
    }
    for (const { name, call, twin } of called.filter(({ ofEachKind }) => begin === 0 && !ofEachKind)) {
      const answers = [await callProcedure(from, call), await twinOf(twin)] as const
      if (calledBefore && answers.some(cameTooOften)) return begin
      check(name, ...answers)
    }
    const own: Call =
      type === 'query'
        ? { path: 'conversations.get', type, input: { id: mine.ids.conversation } }
        : { path: 'conversations.rename', type, input: { id: mine.ids.conversation, title: 'My own' } }
    for (let start = begin; start < called.length; start += limits.batch - 2) {
      const some = called.slice(start, start + limits.batch - 2)
      const [first, ...answers] = await callTogether(from, [own, ...some.map(({ call }) => call), own])
      const last = answers.pop()
      const twinAnswers = await Promise.all(some.map(({ twin }) => twinOf(twin)))
      if ((calledBefore || start > begin) && [...answers, ...twinAnswers].some(cameTooOften)) return start
      const expected = from.cookie === '' ? 'UNAUTHENTICATED' : null
      for (const mineToo of [first, last])
        expect(mineToo && (mineToo.error?.code ?? null), `one’s own beside ${path}`).toBe(expected)
      for (const [index, { name }] of some.entries()) {
        const [answer, twin] = [answers[index], twinAnswers[index]]
        if (!answer || !twin) throw new Error(`${name} was not answered`)
        check(`${name}, among others`, answer, twin)
      }
    }
    return null
  }

  async function buildCaller(role: UserRole | null) {
    const mine = await buildBelongings(world(), url(), role ?? 'user')
    return { mine, ...(await signIn(world(), url(), { id: mine.ids.user })) }
  }

  async function sweepAll(role: 'user' | 'moderator' | null): Promise<void> {
    // Whoever is not signed in gets no further than the first question; that has a test of its own.
    const asked = procedures.filter(({ meta }) => (role === null ? isOpen(meta) : !decides(role, meta.policy)))
    let reader: { mine: Belongings; value: string } | null = null
    for (const procedure of [...asked.filter(reads), ...asked.filter((one) => !reads(one))]) {
      if (fieldsOf(procedure).some((field) => !isMeantForOthers(procedure.path, field))) {
        // One for each that changes something, one for all that read, and another where one may not call as often as that takes.
        for (let next: number | null = 0; next !== null;) {
          const calledBefore: boolean = reader !== null
          const somebody: { mine: Belongings; value: string } = reader ?? (await buildCaller(role))
          const from = caller(role === null ? '' : somebody.value)
          next = await sweep(procedure, somebody.mine, from, next, calledBefore)
          reader = next === null && reads(procedure) ? somebody : null
        }
        continue
      }
      // It may close the account it is called with.
      const somebody = await buildSomebody(world(), { role: role ?? 'user' })
      const { value } = await signIn(world(), url(), somebody)
      const { path, type } = procedure
      const pick = (field: string) => (isMeantForOthers(path, field) ? victim.ids[kindOf(path, field)] : undefined)
      for (const input of buildInputs(procedure.input, pick, path)) {
        const { text } = await callProcedure(caller(role === null ? '' : value), { path, type, input })
        // Whoever has an account is found by name, and by nothing else of them.
        expect(path === 'people.search' ? text.replace(`words ${victim.canary}"`, '') : text, path).not.toContain(victim.canary)
        expect(text, path).not.toContain('INTERNAL')
      }
    }
  }

  it('is there: it reads its own, and all its rows are found', async () => {
    const { data } = await callProcedure(caller(victim.cookie.value), {
      path: 'conversations.get',
      type: 'query',
      input: { id: victim.ids.conversation },
    })
    expect(JSON.stringify(data)).toContain(victim.canary)
    expect(before.length).toBeGreaterThan(Object.keys(victim.ids).length)
  })

  it.each(['user', 'moderator', null] as const)(
    'is neither shown nor changed by any procedure, whatever ids another person sends who is: %s',
    { timeout: 600_000 },
    async (role) => {
      await sweepAll(role)
      expect(await rowsOf(world(), victim)).toEqual(before)
    },
  )
})

it('A field of which nobody knows whose id it holds fails the sweep with what to do', () => {
  expect(() => kindOf('notes.list', 'noteId')).toThrow('Say so in testing/strangers/kinds.ts')
  expect(() => kindOf('notes.list', 'id')).toThrow('"id" of notes.list')
})

it('An input of a shape that nobody knows fails the sweep with what to do', () => {
  const odd = z.object({ code: z.string().regex(/^ZZ-\d{9}$/) })
  expect(() => buildInputs(odd, () => undefined, 'notes.list')).toThrow('no example for "code" of notes.list')
  const never = z.object({ from: z.int(), to: z.int() }).refine(() => false, 'Never enough')
  expect(() => buildInputs(never, () => undefined, 'notes.list')).toThrow('notes.list does not take')
})
