import { randomBytes } from 'node:crypto'
import { onEachEngine } from '@prologue/shared/testing'
import { expect, it, vi } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { openDraft, signUpPerson } from '../testing/people.ts'

const metricsToken = randomBytes(24).toString('hex')
const authorization = `Bearer ${metricsToken}`

const ask = (server: OpenServer, headers: Record<string, string> = {}) => fetch(`${server.publicUrl}/metrics`, { headers })

onEachEngine('the metrics', (databaseUrl) => {
  it('are read by nobody without a token that was set, nor with another one', async () => {
    const without = await openTestServer(databaseUrl())
    const unset = await (await ask(without, { authorization: 'Bearer ' })).text()
    await without.close()
    const server = await openTestServer(databaseUrl(), { metricsToken })
    for (const wrong of ['', metricsToken, `bearer ${metricsToken}`, `${authorization}x`, `Bearer ${metricsToken.slice(1)}`]) {
      const text = await (await ask(server, { authorization: wrong })).text()
      expect(text).not.toContain('prologue_')
      // As if there were none.
      expect(text.length > 0).toBe(unset.length > 0)
    }
    expect(await (await ask(server, { authorization })).text()).toContain('prologue_sockets 0')
    await server.close()
  })

  it('tell of calls, edits, sockets, rooms, connections, jobs, models and the loop, and of nobody', async () => {
    const server = await openTestServer(databaseUrl(), { metricsToken })
    const ada = await signUpPerson(server.publicUrl, 'Canary-Name')
    await expect(ada.api.jobs.list.query()).rejects.toMatchObject({ data: { wire: { code: 'FORBIDDEN' } } })
    const { id } = await ada.api.conversations.create.mutate({ title: 'Canary-Title' })
    const conversation = await ada.api.conversations.get.query({ id })
    const socket = await ada.connect()
    const draft = await openDraft(ada, socket, conversation)
    draft.text.insert(0, 'Canary-Text')
    await vi.waitFor(() => expect(draft.status.get().state).toBe('saved'))
    await ada.api.prompts.send.mutate({ conversationId: id, input: 'A tutor of Canary-Words' })
    const metrics = await vi.waitFor(async () => {
      const text = await (await ask(server, { authorization })).text()
      expect(text).toContain('prologue_model_answers_total{provider="composer"')
      return text
    })
    const value = (name: string) =>
      Number(
        metrics
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')[1],
      )
    expect(value('prologue_calls_total{procedure="conversations.create",outcome="OK"}')).toBe(1)
    expect(value('prologue_calls_total{procedure="jobs.list",outcome="FORBIDDEN"}')).toBe(1)
    expect(value('prologue_call_seconds_count{procedure="conversations.create"}')).toBe(1)
    expect(value('prologue_socket_events_total{event="draft:push",outcome="OK"}')).toBeGreaterThan(0)
    expect(value('prologue_socket_event_seconds_bucket{le="10",event="draft:push"}')).toBeGreaterThan(0)
    expect(value('prologue_sockets')).toBe(1)
    expect(value('prologue_rooms{kind="draft"}')).toBe(1)
    expect(value('prologue_database_up')).toBe(1)
    expect(metrics).toMatch(/prologue_database_connections\{state="waiting"\} 0/)
    expect(metrics).toMatch(/nodejs_eventloop_lag_p99_seconds \d/)
    expect(metrics).not.toMatch(/Canary|example\.com/)
    expect(metrics).not.toContain(ada.account.id)
    socket.close()
    await server.close()
  })
})
