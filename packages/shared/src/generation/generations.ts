import { setTimeout } from 'node:timers/promises'
import type { LiveResponse, ProposedEdit } from '@prologue/contracts'

export type Running = {
  conversationId: string
  text: string
  edits: ProposedEdit[]
  controller: AbortController
  ended: Promise<void>
}

/** Why an answer ended before its end, as the row and the screen tell it, and by whom if somebody pressed Stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  readonly by: string | null

  constructor(reason: string, by: string | null = null) {
    super(reason)
    this.by = by
  }
}

/** How long whoever stops an answer waits until it is stored, in milliseconds. */
const stopWait = 5_000

/** The answers being written in this process. */
export type Generations = ReturnType<typeof makeGenerations>

export function makeGenerations() {
  const running = new Map<string, Running>()
  const abandoning = new AbortController()

  return {
    /** Aborts when the process ends and what could not be stored yet is given up. */
    abandoned: abandoning.signal,

    /** Runs `work` as the answer of a prompt until it ends; `work` never throws. */
    run(promptId: string, conversationId: string, work: (run: Running) => Promise<void>): void {
      const entry: Running = { conversationId, text: '', edits: [], controller: new AbortController(), ended: Promise.resolve() }
      running.set(promptId, entry)
      entry.ended = work(entry).finally(() => running.delete(promptId))
    },

    isRunning: (promptId: string): boolean => running.has(promptId),

    /** Ends an answer and waits a while until what there is of it is stored. Nothing where it has ended already. */
    async stop(promptId: string, reason: string, by: string | null = null): Promise<void> {
      const entry = running.get(promptId)
      if (!entry) return
      entry.controller.abort(new Stopped(reason, by))
      await Promise.race([entry.ended, setTimeout(stopWait, undefined, { ref: false })])
    },

    /** What is being written in a conversation, for those who come in midway. */
    liveIn(conversationId: string): LiveResponse[] {
      return [...running].flatMap(([promptId, entry]) =>
        entry.conversationId === conversationId ? [{ promptId, text: entry.text, edits: [...entry.edits] }] : [],
      )
    },

    /** Ends all answers, for a stop of the process; what a database that is away does not take is given up. */
    async stopAll(reason: string): Promise<void> {
      await Promise.all([...running.keys()].map((promptId) => this.stop(promptId, reason)))
      abandoning.abort()
    },
  }
}
