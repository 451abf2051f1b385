/** What one kind of fault did. Times are milliseconds. */
export type Outcome = {
  name: string
  engine: string
  rounds: number
  /** How many rounds were asked for; fewer where the time was over before. */
  planned: number
  acknowledged: number
  /** From the moment the server or its database was started again until `/ready` said so. */
  ready: number[]
  /** How long a stop took, where one was asked for. */
  stopped: number[]
  faults: string[]
}

/** A database to have faults on. */
export type Engine = { name: string; databaseUrl: string; dataDir: string }

export const emptyOutcome = (name: string, engine: string, planned: number): Outcome => ({
  name,
  engine,
  rounds: 0,
  planned,
  acknowledged: 0,
  ready: [],
  stopped: [],
  faults: [],
})

/** Notes what went wrong, and in which round. */
export function tell(outcome: Outcome, faults: readonly string[]): void {
  const { name, engine, rounds } = outcome
  outcome.faults.push(...faults.map((fault) => `${name}, ${engine}, round ${rounds}: ${fault}`))
}

/** Rounds on the same drafts: they grow long enough to be folded, and not so long that the letters run out. */
export const roundsPerTable = 20
