import { sealAudit, verifyAudit, type DoneRetention, type Fault, type Head } from '@prologue/shared'
import { withProcess } from './withProcess.ts'

/** Seals what is not sealed yet and prints the new head, which is worth keeping elsewhere. */
export async function seal(): Promise<void> {
  await withProcess(async (ctx) => {
    const { seals, rows, head } = await sealAudit(ctx)
    print([
      seals > 0 ? `Sealed ${count(rows, 'row')}.` : 'There was nothing to seal.',
      ...(head ? [`The head is ${written(head)}.`] : []),
    ])
  })
}

/** Compares the audit with its seals and ends with 1 where they differ. @throws Error for a head that is none */
export async function verify(options: { head?: string }): Promise<void> {
  const head = options.head === undefined ? undefined : readHead(options.head)
  await withProcess(async (ctx) => {
    const report = await verifyAudit(ctx, head ? { head } : {})
    const { seals, rows, unsealed, faults, retention } = report
    print([
      `Read ${count(rows, 'row')} in ${count(seals, 'seal')}; ${count(unsealed, 'row')} after them ${unsealed === 1 ? 'is' : 'are'} not sealed.`,
      ...(retention ? [excused(retention)] : []),
      ...explainFaults(faults),
      ...(faults.length === 0 ? ['Everything is as it was sealed.'] : []),
      ...(report.head ? [`The head is ${written(report.head)}. Keep it elsewhere and give it with --head next time.`] : []),
    ])
    if (faults.length > 0) process.exitCode = 1
  })
}

/** A sentence for each. */
export function explainFaults(faults: readonly Fault[]): string[] {
  return faults.map(explain)
}

function explain({ kind, seals, sequences }: Fault): string {
  const sealed = seals.first === seals.last ? `seal ${seals.first}` : `seals ${seals.first} to ${seals.last}`
  const single = sequences !== null && sequences.first === sequences.last
  const range = sequences && (single ? `row ${sequences.first}` : `rows ${sequences.first} to ${sequences.last}`)
  const rows = range ? `${range} (${sealed})` : `rows of ${sealed}`
  const sentences: Record<Fault['kind'], string> = {
    changed: single ? `The ${rows} was changed.` : `Of the ${rows} some were changed.`,
    missing: single ? `The ${rows} is gone.` : `Some of the ${rows} are gone.`,
    added: `${single ? 'Beside' : 'Among'} the ${rows} there are more than were sealed.`,
    'cut-off': single ? `The ${rows} was cut off at the end.` : `The ${rows} were cut off at the end.`,
    seal: `The ${rows} ${single ? 'has' : 'have'} a seal that is gone or is not the one that was made.`,
  }
  return sentences[kind]
}

/** Anybody who can write to the database can write such a record: who reads this knows whether it was meant. */
function excused({ before, lastSequence, at }: DoneRetention): string {
  return `By the retention of ${at.toISOString()} the rows from before ${before} are gone, up to row ${lastSequence}.`
}

/** `1 row`, `2 rows`. */
function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
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

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
