import type { ImportOptions } from '@prologue/contracts'
import type { FormatId } from '@prologue/prompt-kit/formats'
import { batch, createSignal, onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { api } from '../../api.ts'
import { describeFault } from './describeFault.ts'
import { makeKeys } from './makeKeys.ts'
import type { Preview } from './previewItem.ts'
import type { Sent } from './sendItems.ts'
import type { Source } from './source.ts'

export type Stage = 'choosing' | 'reading' | 'ready' | 'importing' | 'done'
/** What became of an item that was sent. */
export type Became = { slug: string } | { reason: string }
export type Import = ReturnType<typeof createImport>

/** How often what was read is shown while more is read, in items. */
const shownAtOnce = 200

/** Reads a file, shows what would become of each of its items, and imports them: the state of the page. */
export function createImport() {
  const [stage, setStage] = createSignal<Stage>('choosing')
  const [source, setSource] = createSignal<Source | null>(null)
  /** What is being pasted: kept while it is read, so that a fault in it can be mended. */
  const [pasted, setPasted] = createSignal('')
  const [format, setFormat] = createSignal<FormatId | null>(null)
  const [convert, setConvert] = createSignal(true)
  const [fault, setFault] = createSignal<string | null>(null)
  /** From 0 to 1. */
  const [progress, setProgress] = createSignal(0)
  const [previews, setPreviews] = createSignal<readonly Preview[]>([], { equals: false })
  const [results, setResults] = createStore<Record<number, Became>>({})
  // Counted as they come: a file has a hundred thousand items.
  const [sent, setSent] = createSignal(0)
  const [imported, setImported] = createSignal(0)
  const [options, setOptions] = createStore<ImportOptions>({ visibility: 'private', category: 'productivity' })
  let keyOf = makeKeys()
  /** The first item that the server has not answered to. */
  let next = 0
  let running = new AbortController()
  onCleanup(() => running.abort())

  function begin(entered: Stage): AbortSignal {
    running.abort()
    running = new AbortController()
    setStage(entered)
    setFault(null)
    setProgress(0)
    return running.signal
  }

  function note(some: readonly Sent[]): void {
    const became = some.map(({ index, result }): [number, Became] => [
      index,
      result.ok ? { slug: result.slug } : { reason: result.reason },
    ])
    next = Math.max(next, ...some.map(({ index }) => index + 1))
    batch(() => {
      setResults(Object.fromEntries(became))
      setSent((count) => count + some.length)
      setImported((count) => count + some.filter(({ result }) => result.ok).length)
    })
  }

  function forgetResults(): void {
    keyOf = makeKeys()
    next = 0
    batch(() => {
      setResults(reconcile({}))
      setSent(0)
      setImported(0)
    })
  }

  /** Ends the reading of a file that cannot be read. */
  function refuse(signal: AbortSignal, why: string): void {
    if (signal.aborted) return
    setPreviews([])
    setFault(why)
    setStage('choosing')
  }

  const fileItems = async (from: Source, id: FormatId, signal: AbortSignal) => {
    const { readItems } = await import('./readItems.ts')
    const onBytes = (read: number) => setProgress(from.blob.size === 0 ? 1 : read / from.blob.size)
    return readItems({ source: from, format: id, convert: convert(), signal, onBytes })
  }

  /** Reads the source from its beginning, in the format that is chosen. */
  async function read(from: Source, id: FormatId): Promise<void> {
    const signal = begin('reading')
    const found: Preview[] = []
    setPreviews(found)
    forgetResults()
    try {
      const { previewItem } = await import('./previewItem.ts')
      for await (const item of await fileItems(from, id, signal)) {
        found.push(previewItem(item))
        if (found.length % shownAtOnce === 0) setPreviews(found)
      }
    } catch (error) {
      return refuse(signal, describeFault(error))
    }
    if (signal.aborted) return
    setPreviews(found)
    setStage('ready')
  }

  /** Takes a file or a text, and reads it as what it seems to be. */
  async function open(from: Source): Promise<void> {
    setSource(from)
    setFormat(null)
    const signal = begin('reading')
    try {
      const [{ recogniseFormat }, { beginningOf }] = await Promise.all([
        import('@prologue/prompt-kit/formats'),
        import('./source.ts'),
      ])
      const [likeliest] = recogniseFormat(from.name, await beginningOf(from))
      if (signal.aborted) return
      if (likeliest === undefined) return refuse(signal, `Nothing in ${from.name} tells of its format. Choose the one it is of.`)
      setFormat(likeliest.id)
      await read(from, likeliest.id)
    } catch (error) {
      refuse(signal, describeFault(error))
    }
  }

  async function again(): Promise<void> {
    const from = source()
    const id = format()
    if (from === null) return
    await (id === null ? open(from) : read(from, id))
  }

  /** Imports what can be, on from where an earlier try has ended. */
  async function run(): Promise<void> {
    const from = source()
    const id = format()
    if (from === null || id === null) return
    const signal = begin('importing')
    try {
      const { sendItems } = await import('./sendItems.ts')
      const items = await fileItems(from, id, signal)
      const send = (input: Parameters<typeof api.interchange.importTemplates.mutate>[0]) => {
        // What waits to be sent with more stays here, too.
        signal.throwIfAborted()
        return api.interchange.importTemplates.mutate(input)
      }
      for await (const some of sendItems(items, { ...options }, { from: next, keyOf }, send)) {
        note(some)
        if (signal.aborted) break
      }
    } catch (error) {
      if (!signal.aborted) setFault(describeFault(error))
    }
    setStage('done')
  }

  return {
    stage,
    source,
    pasted,
    setPasted,
    format,
    convert,
    fault,
    progress,
    previews,
    results,
    /** How many items the server has answered to, and how many of them are imported. */
    sent,
    imported,
    options,
    setOptions,
    open,
    readAgain: again,
    /** None of several files is taken for all of them. */
    refuseMany: (count: number) =>
      setFault(`These are ${count} files, and one is read at a time: none was taken. Choose one of them.`),
    run,
    chooseFormat: async (id: FormatId) => {
      setFormat(id)
      await again()
    },
    chooseConvert: async (wanted: boolean) => {
      setConvert(wanted)
      await again()
    },
    /** Ends what is under way. What is on its way to the server comes to its end, so that it is known what became of it. */
    stop: () => {
      running.abort()
      if (stage() === 'reading') setStage('choosing')
    },
    startOver: () => {
      if (stage() === 'done') setPasted('')
      begin('choosing')
      setSource(null)
      setFormat(null)
      setPreviews([])
      forgetResults()
    },
  }
}
