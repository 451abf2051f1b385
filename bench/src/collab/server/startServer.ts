import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Greeting, Questions } from './messages.ts'

export type RunningServer = {
  port: number
  ask: <Name extends keyof Questions>(name: Name, ask: Questions[Name]['ask']) => Promise<Questions[Name]['answer']>
  stop: () => Promise<void>
}

type Program = 'wsServer.ts' | 'relayServer.ts' | 'hocuspocusServer.ts' | 'draftServer.ts'

/** Starts a server in a process of its own, which ends with this one. */
export async function startServer(program: Program, ...args: string[]): Promise<RunningServer> {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), args)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  function heard(): Promise<string> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`${program} has ended.`))
      child.once('exit', ended)
      child.once('message', (message) => {
        child.off('exit', ended)
        resolve(typeof message === 'string' ? message : '')
      })
    })
  }

  const { port }: Greeting = JSON.parse(await heard())
  return {
    port,
    async ask<Name extends keyof Questions>(name: Name, ask: Questions[Name]['ask']) {
      child.send(JSON.stringify({ name, ask }))
      const answer: Answer<Name> = JSON.parse(await heard())
      if ('failed' in answer) throw new Error(`${program}: ${answer.failed}`)
      return answer.value
    },
    async stop() {
      if (child.connected) child.disconnect()
      await exited
    },
  }
}
