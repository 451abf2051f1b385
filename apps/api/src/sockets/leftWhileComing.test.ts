import type { DraftClientSocket } from '@prologue/collab/client'
import { onEachEngine } from '@prologue/shared/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { signUpPerson } from '../testing/people.ts'

onEachEngine('who leaves a conversation while they are still coming in', (databaseUrl) => {
  let server: OpenServer
  const sockets: DraftClientSocket[] = []

  beforeAll(async () => {
    server = await openTestServer(databaseUrl())
  })
  afterAll(async () => {
    for (const socket of sockets) socket.close()
    await server.close()
  })

  /** Grace's page, and who is in the conversation as Ada's page is told. */
  async function together() {
    const [ada, grace] = [await signUpPerson(server.publicUrl, 'Ada'), await signUpPerson(server.publicUrl, 'Grace')]
    const { id: conversationId } = await ada.api.conversations.create.mutate({})
    const { url } = await ada.api.shares.create.mutate({ conversationId, role: 'viewer', expiresInDays: null })
    await grace.api.shares.accept.mutate({ token: url.split('/s/')[1] ?? '' })
    const [adas, graces] = [await ada.connect(), await grace.connect()]
    sockets.push(adas, graces)
    const join = (socket: DraftClientSocket) => socket.emitWithAck('conversation:join', { conversationId })
    const seen = async () => {
      const answer = await join(adas)
      return answer.ok && answer.people.map(({ name }) => name).toSorted()
    }
    return { join: () => join(graces), leave: () => graces.emit('conversation:leave', { conversationId }), seen }
  }

  it('is not there', async () => {
    const { join, leave, seen } = await together()
    const joined = join()
    leave()
    expect(await joined).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect(await seen()).toEqual(['Ada'])
  })

  it('is there when they come again at once', async () => {
    const { join, leave, seen } = await together()
    const joined = join()
    leave()
    expect(await join()).toMatchObject({ ok: true })
    expect(await joined).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect(await seen()).toEqual(['Ada', 'Grace'])
  })
})
