import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { limits } from '@prologue/contracts'
import type { ClientToServerEvents, ServerToClientEvents } from '@prologue/contracts'
import { Server } from 'socket.io'
import type { DefaultEventsMap } from 'socket.io'
import type { Answer, Greeting, PreparedDraft, Question, Questions, Usage } from './messages.ts'

type Served = {
  prepare: (drafts: number, people: number) => Promise<PreparedDraft[]>
  takeCommits: () => number[]
}

export type LiveServer<Data> = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, Data>

/** Socket.IO as the application sets it up; both servers stand on the same. */
export function makeLiveServer<Data>(): LiveServer<Data> {
  return new Server(createServer(), {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: limits.frameBytes,
    perMessageDeflate: false,
  })
}

const tell = (answer: Greeting | Answer<keyof Questions>) => process.send?.(JSON.stringify(answer))

type Listening = {
  listen: (port: number, host: string, listening: () => void) => unknown
  address: () => AddressInfo | string | null
}

/** Listens on a free port of 127.0.0.1 and answers the process that started this one, until that one ends. */
export function serve(server: Listening, { prepare, takeCommits }: Served): void {
  const answer = async (question: Question) => {
    if (question.name === 'prepare') return prepare(question.ask.drafts, question.ask.people)
    return question.name === 'usage' ? takeUsage() : takeCommits()
  }

  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address !== null && typeof address === 'object') tell({ port: address.port })
  })
  process.on('message', (message) => {
    if (typeof message !== 'string') return
    const question: Question = JSON.parse(message)
    answer(question).then(
      (value) => tell({ value }),
      (error: unknown) => tell({ failed: String(error) }),
    )
  })
  process.on('disconnect', () => process.exit(0))
}

function takeUsage(): Usage {
  const { user, system } = process.cpuUsage()
  return { cpu: (user + system) / 1_000, rss: process.memoryUsage.rss() }
}

/** For servers that keep no accounts and make a draft of any name. */
export const prepareNothing: Served['prepare'] = async (drafts, people) =>
  Array.from({ length: drafts }, () => ({
    draftId: randomUUID(),
    epoch: 1,
    people: Array.from({ length: people }, () => ({ personId: randomUUID(), token: '' })),
  }))
