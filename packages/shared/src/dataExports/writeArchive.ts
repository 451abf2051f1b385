import type { FileHandle } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { configure, ZipWriter } from '@zip.js/zip.js'
import type { Ctx } from '../context.ts'
import type { ExportPart } from './exportPart.ts'
import { exportParts } from './exportParts.ts'

// Node packs on threads of its own.
configure({ useWebWorkers: false })

type Archive = {
  userId: string
  /** Closed when the archive is written, or cannot be. */
  file: FileHandle
  /** Told of the entries that have come in. */
  progress: (entries: number) => Promise<void>
}

/** Writes what somebody has as a zip of JSON files, holding one page of entries at a time. */
export async function writeArchive(ctx: Ctx, { userId, file, progress }: Archive): Promise<void> {
  const stream = file.createWriteStream({ flush: true })
  try {
    const zip = new ZipWriter(Writable.toWeb(stream))
    await zip.add('README.txt', streamOf(readme(ctx.now())))
    for (const part of exportParts) {
      const pages = part.pages(ctx, userId)
      await zip.add(part.file, streamOf(jsonOf(pages, progress)))
    }
    await zip.close()
  } catch (error) {
    stream.destroy()
    throw error
  }
}

/** A list of all entries, one a line. */
async function* jsonOf(pages: ReturnType<ExportPart['pages']>, progress: Archive['progress']): AsyncGenerator<string> {
  let before = '[\n'
  for await (const entries of pages) {
    yield before + entries.map((entry) => JSON.stringify(entry)).join(',\n')
    before = ',\n'
    await progress(entries.length)
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** Asks for the next text when there is room for it. */
function streamOf(texts: Iterator<string> | AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await texts.return?.()
    },
  })
}

function* readme(now: Date): Generator<string> {
  yield [
    `What Prologue holds of you, as of ${now.toISOString()}.`,
    '',
    'Each file is a list in JSON. Times are in UTC. Things point at each other by their ids.',
    '',
    ...exportParts.map(({ file, says }) => `${file}: ${says}`),
    '',
    'Not in here: what you deleted, what others wrote in chats and comments, and passwords, codes and links that let somebody in,',
    'of which the server keeps no more than it needs to check them.',
    '',
  ].join('\n')
}
