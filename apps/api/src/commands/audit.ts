import { openDatabase, sealAudit, verifyAudit, type Fault, type Head, type ProcessCtx } from '@prologue/shared'
import { readEnv } from '../env.ts'
import { makeLogger } from '../logger.ts'

/** Seals what is not sealed yet and prints the new head, which is worth keeping elsewhere. */
export async function seal(): Promise<void> {
  await withAudit(async (ctx) => {
    const { seals, rows, head } = await sealAudit(ctx)
    print([seals > 0 ? `Sealed ${rows} rows.` : 'There was nothing to seal.', ...(head ? [`The head is ${written(head)}.`] : [])])
  })
}

/** Compares the audit with its seals and ends with 1 where they differ. @throws Error for a head that is none */
export async function verify(options: { head?: string }): Promise<void> {
  const head = options.head === undefined ? undefined : readHead(options.head)
  await withAudit(async (ctx) => {
    const report = await verifyAudit(ctx, head ? { head } : {})
    const { seals, rows, unsealed, faults } = report
    print([
      `Read ${rows} rows in ${seals} seals; ${unsealed} rows after them are not sealed.`,
      ...faults.map(explain),
      ...(faults.length === 0 ? ['Everything is as it was sealed.'] : []),
      ...(report.head ? [`The head is ${written(report.head)}. Keep it elsewhere and give it with --head next time.`] : []),
    ])
    if (faults.length > 0) process.exitCode = 1
  })
}

const sentences: Record<Fault['kind'], string> = {
  changed: 'were changed',
  missing: 'are missing some',
  added: 'have more than were sealed',
  'cut-off': 'were cut off at the end',
  seal: 'have a seal that is gone or is not the one that was made',
}

function explain({ kind, seals, sequences }: Fault): string {
  const which = seals.first === seals.last ? `seal ${seals.first}` : `seals ${seals.first} to ${seals.last}`
  const rows = sequences ? `The rows ${sequences.first} to ${sequences.last} (${which})` : `The rows of ${which}`
  return `${rows} ${sentences[kind]}.`
}

function readHead(text: string): Head {
  const [, number, digest] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (number === undefined || digest === undefined) {
    throw new Error('--head is the number and the digest that an earlier run printed: NUMBER:DIGEST.')
  }
  return { number: Number(number), digest }
}

function written({ number, digest }: Head): string {
  return `${number}:${digest}`
}

async function withAudit(work: (ctx: ProcessCtx) => Promise<void>): Promise<void> {
  const { databaseUrl, logLevel } = readEnv()
  const database = await openDatabase(databaseUrl)
  try {
    await work({
      actor: { kind: 'system' },
      requestId: 'command-line',
      ip: null,
      userAgent: null,
      logger: makeLogger(logLevel),
      now: () => new Date(),
      database,
      db: database.knex,
    })
  } finally {
    await database.close()
  }
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
