import { createServer } from 'node:http'
import { limits } from '@prologue/contracts'
import type { ClientToServerEvents, ServerToClientEvents } from '@prologue/contracts'
import { Server } from 'socket.io'
import type { DefaultEventsMap } from 'socket.io'
import type { Answer, Greeting, PreparedDraft, Question, Questions } from './messages.ts'

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

/** Listens on a free port of 127.0.0.1 and answers the process that started this one, until that one ends. */
export function serve<Data>(io: LiveServer<Data>, { prepare, takeCommits }: Served): void {
  const answer = async (question: Question) =>
    question.name === 'prepare' ? prepare(question.ask.drafts, question.ask.people) : takeCommits()

  io.httpServer.listen(0, '127.0.0.1', () => {
    const address = io.httpServer.address()
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
