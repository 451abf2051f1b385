import { clientEvents, conversationAbilities } from '@prologue/contracts'
import { buildParticipant } from '@prologue/shared/testing'
import { io } from 'socket.io-client'
import { expect, it } from 'vitest'
import { onEachServer } from '../testing/onEachServer.ts'
import { inputsOf } from '../testing/strangers/attacks.ts'
import { buildSomebody, buildBelongings, signIn, type Belongings } from '../testing/strangers/buildBelongings.ts'
import { callProcedure, type Call } from '../testing/strangers/callProcedures.ts'
import { procedures } from '../testing/strangers/procedures.ts'

/** The requests of somebody with these things, as their browser sent them. */
function captured(things: Belongings, isOne: (policy: string) => boolean): Call[] {
  const reading = procedures.filter(({ type, meta }) => type === 'query' && isOne(meta.policy))
  return reading.flatMap((procedure) => {
    const { path, type } = procedure
    return inputsOf(procedure, things).map((input) => ({ path, type, input }))
  })
}

const ofRooms = (policy: string) => conversationAbilities.editor.some((ability) => ability === policy)

onEachServer('what was captured while somebody was let in', ({ url, world }) => {
  /** The codes that the same requests are answered with now. */
  async function replay(calls: readonly Call[], cookie: string): Promise<string[]> {
    const codes = new Set<string>()
    for (const call of calls) {
      const { error, text } = await callProcedure({ url: url(), cookie, ip: '198.18.0.1' }, call)
      codes.add(error?.code ?? 'answered')
      expect(error !== null && text.includes('canary')).toBe(false)
    }
    return [...codes]
  }

  /** What the same events are answered with over a new socket: what one that was open hears is tested with the rooms. */
  async function replayEvents({ ids }: Belongings, cookie: string): Promise<string[]> {
    const socket = io(url(), {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { origin: url(), cookie },
    })
    const [join, open] = [clientEvents['conversation:join'], clientEvents['draft:open']]
    const frames = [
      ['conversation:join', join.schema.parse({ conversationId: ids.conversation })],
      ['draft:open', open.schema.parse({ draftId: ids.draft, clientId: 7, epoch: 1, stateVector: 'AA==' })],
    ] as const
    const codes = new Set<string>()
    for (const [event, input] of frames) {
      const answer: { ok: boolean; error?: { code: string } } = await socket.timeout(20_000).emitWithAck(event, input)
      codes.add(answer.error?.code ?? 'answered')
    }
    socket.close()
    return [...codes]
  }

  /** Somebody who came by a link of the owner's, with what their browser has sent. */
  async function guestOf(room: Belongings) {
    const { share, url: link } = await room.api.shares.create.mutate({
      conversationId: room.ids.conversation,
      role: 'editor',
      expiresInDays: null,
    })
    const { value: cookie } = await signIn(world(), url(), await buildSomebody(world(), { role: 'user' }))
    const accept = { path: 'shares.accept', type: 'mutation', input: { token: link.split('/s/')[1] } } as const
    expect(await replay([accept], cookie)).toEqual(['answered'])
    const calls = captured(room, ofRooms)
    expect(calls.length).toBeGreaterThan(1)
    expect(await replay(calls, cookie)).toEqual(['answered'])
    expect(await replayEvents(room, cookie)).toEqual(['answered'])
    return { cookie, calls: [...calls, accept], share }
  }

  it('finds nothing once the link is withdrawn, nor does the link itself', async () => {
    const room = await buildBelongings(world(), url())
    const { cookie, calls, share } = await guestOf(room)
    await room.api.shares.revoke.mutate({ id: share.id })
    expect(await replay(calls, cookie)).toEqual(['NOT_FOUND'])
    expect(await replayEvents(room, cookie)).toEqual(['NOT_FOUND'])
  })

  it('finds nothing once the conversation is deleted', async () => {
    const room = await buildBelongings(world(), url())
    const { cookie, calls } = await guestOf(room)
    await room.api.conversations.delete.mutate({ id: room.ids.conversation })
    expect(await replay(calls, cookie)).toEqual(['NOT_FOUND'])
    expect(await replayEvents(room, cookie)).toEqual(['NOT_FOUND'])
    expect(await replay(captured(room, ofRooms), room.cookie.value)).toEqual(['NOT_FOUND'])
  })

  it('finds nothing once the account that owns it is deleted', async () => {
    const room = await buildBelongings(world(), url())
    const { cookie, calls } = await guestOf(room)
    const administrator = await buildSomebody(world(), { role: 'admin' })
    await buildSomebody(world(), { role: 'admin' })
    const { value: admin } = await signIn(world(), url(), administrator)
    expect(await replay([{ path: 'users.delete', type: 'mutation', input: { id: room.ids.user } }], admin)).toEqual(['answered'])
    expect(await replay(calls, cookie)).toEqual(['NOT_FOUND'])
    expect(await replayEvents(room, cookie)).toEqual(['NOT_FOUND'])
    expect(await replay(captured(room, ofRooms), room.cookie.value)).toEqual(['UNAUTHENTICATED'])
  })

  it('is refused once the session has ended', async () => {
    const room = await buildBelongings(world(), url())
    const { cookie, calls } = await guestOf(room)
    expect(await replay([{ path: 'auth.signOut', type: 'mutation', input: undefined }], cookie)).toEqual(['answered'])
    expect(await replay(calls, cookie)).toEqual(['UNAUTHENTICATED'])
  })

  it('writes nothing more once the role is a weaker one', async () => {
    const room = await buildBelongings(world(), url())
    const guest = await buildParticipant(world(), room.ids.conversation, 'editor')
    const { value: cookie } = await signIn(world(), url(), guest)
    const rename = {
      path: 'conversations.rename',
      type: 'mutation',
      input: { id: room.ids.conversation, title: 'Mine' },
    } as const
    expect(await replay([rename], cookie)).toEqual(['answered'])
    await world().database.knex('conversation_participants').where({ userId: guest.id }).update({ role: 'viewer' })
    expect(await replay([rename], cookie)).toEqual(['FORBIDDEN'])
    expect(await replay(captured(room, ofRooms), cookie)).toEqual(['answered'])
  })

  it('finds nothing of a template, its versions and its history, once it is hidden or deleted', async () => {
    const { value: cookie } = await signIn(world(), url(), await buildSomebody(world(), { role: 'user' }))
    const maker = await buildBelongings(world(), url())
    const id = maker.ids.template
    await maker.api.templates.update.mutate({ id, visibility: 'public' })
    const calls = captured(maker, (policy) => policy === 'template:read')
    expect(calls.length).toBeGreaterThan(3)
    expect(await replay(calls, cookie)).toEqual(['answered'])
    expect(await replay(calls, '')).toEqual(['answered'])
    await maker.api.templates.update.mutate({ id, visibility: 'private' })
    expect(await replay(calls, cookie)).toEqual(['NOT_FOUND'])
    expect(await replay(calls, '')).toEqual(['NOT_FOUND'])
    await maker.api.templates.update.mutate({ id, visibility: 'public' })
    await maker.api.templates.delete.mutate({ id })
    expect(await replay(calls, cookie)).toEqual(['NOT_FOUND'])
    expect(await replay(calls, maker.cookie.value)).toEqual(['NOT_FOUND'])
  })
})
