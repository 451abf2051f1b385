import { setImmediate as turnOfLoop } from 'node:timers/promises'
import { importOptionsSchema, limits, templateCategories, type ImportOptions } from '@prologue/contracts'
import { prepareItem, type Format, type Prepared, type ReadItem } from '@prologue/prompt-kit/formats'
import type { Ctx } from '@prologue/shared'
import { importTemplates } from '@prologue/shared/interchange'
import { makeProgress } from '../makeProgress.ts'
import { formatNamed, formatOfFile } from './chosenFormat.ts'
import { readItems } from './readItems.ts'
import { conversionNotes, resultLines, say } from './say.ts'
import { withAccount } from './withAccount.ts'

type Options = { as: string; format?: string; convert?: boolean; dryRun?: boolean; visibility?: string; category?: string }
type Work = { file: string; format: Format; convert: boolean; signal: AbortSignal }
type Counts = { done: number; refused: number }

/** How a program ends that Ctrl-C has stopped. */
const stopped = 130

/**
 * Imports the templates of a file, and prints what became of each. The file is read twice: nothing is written before all of it is known to be
 * readable. Ctrl-C stops after the template that is being written. Ends with 1 where one was refused, with 130 where it was stopped.
 */
export async function importFile(file: string, { as, dryRun = false, convert = false, ...said }: Options): Promise<void> {
  const options = optionsOf(said)
  const format = said.format === undefined ? await formatOfFile(file) : formatNamed(said.format)
  process.stderr.write(`${file} is read as ${format.name}.\n`)
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  const work = { file, format, convert, signal: stopping.signal }
  try {
    await withAccount(as, async (ctx) => {
      const { done, refused } = await (dryRun ? preview(work) : importAll(ctx, work, options))
      const counts = `${done.toLocaleString('en')} ${dryRun ? 'could be imported' : 'imported'}, ${refused.toLocaleString('en')} refused`
      await say(`${counts}${stopping.signal.aborted ? '; stopped before the end' : ''}.`)
      process.exitCode = stopping.signal.aborted ? stopped : refused > 0 ? 1 : 0
    })
  } finally {
    process.off('SIGINT', stop)
  }
}

function optionsOf(said: Pick<Options, 'visibility' | 'category'>): ImportOptions {
  const options = importOptionsSchema.safeParse(said)
  if (options.success) return options.data
  throw new Error(
    options.error.issues[0]?.path[0] === 'category'
      ? `There is no category ${said.category}; there are ${templateCategories.join(', ')}.`
      : '--visibility is private, unlisted or public.',
  )
}

async function* items({ signal, ...file }: Work, step: string): AsyncGenerator<ReadItem> {
  const progress = makeProgress(process.stderr)
  for await (const item of readItems({ ...file, onProgress: (done, of) => progress(step, done, of) })) {
    // Of a file that is gathered first thousands come without one: Ctrl-C would go unheard, and what each left behind would stay.
    await turnOfLoop()
    if (signal.aborted) return
    yield item
  }
}

function prepare(item: ReadItem, { convert }: Work): Prepared {
  return prepareItem(item, { convert, room: limits, categories: templateCategories })
}

async function preview(work: Work): Promise<Counts> {
  const counts = { done: 0, refused: 0 }
  for await (const read of items(work, 'bytes read')) {
    const item = prepare(read, work)
    counts[item.ok ? 'done' : 'refused']++
    if (item.ok) await say(...resultLines(item, 'could be imported', [...conversionNotes(item), ...item.notes]))
    else await say(...resultLines(item, `refused. ${item.reason}`, []))
  }
  return counts
}

async function importAll(ctx: Ctx, work: Work, options: ImportOptions): Promise<Counts> {
  for await (const _ of items(work, 'bytes read')) if (work.signal.aborted) break
  const counts = { done: 0, refused: 0 }
  for await (const read of items(work, 'bytes imported')) {
    const item = prepare(read, work)
    const [result] = item.ok ? await importTemplates(ctx, { ...options, templates: [item.template] }) : [item]
    counts[result?.ok === true ? 'done' : 'refused']++
    if (item.ok && result?.ok === true && 'slug' in result)
      await say(...resultLines(item, `imported as /templates/${result.slug}`, [...conversionNotes(item), ...item.notes]))
    else if (result?.ok === false) await say(...resultLines(item, `refused. ${result.reason}`, []))
  }
  return counts
}
