// Imports a file of a hundred thousand rows, about 80 MB, with the built command and holds what its process needs at most: a file may be of
// any length, and the server beside it goes on. `--rows 5000` imports fewer, `--format langfuse` a list of JSON instead of a CSV. Ends with
// 1 where it took more, or not all came in.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { memoryFolder } from '@prologue/scripts/memory'
import { migrate, openDatabase } from '@prologue/shared'

/**
 * Megabytes of what the process makes for itself. The engine's file, of which the kernel keeps 30 to 70 in memory as it likes, is not
 * among them: how much is the machine's past and nothing of the import. With 60 of it this is 200.
 */
const most = 140
const program = fileURLToPath(new URL('../../../apps/api/dist/prologue.js', import.meta.url))
const email = 'importer@example.com'

/** Rows as their programs write them, of which a few are long. */
const files: Readonly<Record<string, { name: string; lines: () => Iterable<string> }>> = {
  csv: { name: 'prompts.csv', lines: csv },
  langfuse: { name: 'prompts.json', lines: langfuse },
}

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, format: { type: 'string', default: 'csv' } },
})
const rows = Number(values.rows)
const format = files[values.format]
if (format === undefined) throw new Error(`--format is one of ${Object.keys(files).join(', ')}.`)
const { name, lines } = format

const folder = await mkdtemp(join(await memoryFolder(), 'prologue-import-memory-'))
try {
  process.exitCode = (await measure()) ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(): Promise<boolean> {
  const file = join(folder, name)
  await pipeline(Readable.from(lines()), createWriteStream(file))
  const databaseUrl = `sqlite:${join(folder, 'import.sqlite')}`
  await prepare(databaseUrl)
  const began = performance.now()
  const child = spawn(process.execPath, [program, 'import', file, '--as', email], {
    env: { DATABASE_URL: databaseUrl, DATA_DIR: folder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last = ''
  child.stdout.on('data', (chunk: Buffer) => (last = (last + chunk.toString()).slice(-200)))
  let peak = 0
  const sample = async () => (peak = Math.max(peak, await ownMemoryOf(child.pid)))
  const sampling = setInterval(() => void sample(), 25)
  const [code] = await once(child, 'close')
  clearInterval(sampling)
  const seconds = (performance.now() - began) / 1_000
  const { size } = await stat(file)
  const isWhole = code === 0 && last.includes(`${rows.toLocaleString('en')} imported, 0 refused.`)
  console.log(
    `${rows.toLocaleString('en')} rows of ${(size / 1e6).toFixed(0)} MB in ${seconds.toFixed(0)} s: ${peak.toFixed(0)} MB at most (${most} are allowed).`,
  )
  if (!isWhole) console.log(`It ended with ${String(code)}: ${last}`)
  if (peak === 0) console.log('This machine does not tell what a process needs, so nothing is held.')
  return isWhole && peak <= most
}

function repeats(row: number): number {
  return row % 1_000 === 0 ? 400 : 12
}

function* csv(): Generator<string> {
  yield 'act,prompt,for_devs,type,contributor\r\n'
  for (let row = 1; row <= rows; row++) {
    const text = `You are guide ${row}, and say ""ahoy"".\nStay with \${place:tower}. `.repeat(repeats(row))
    yield `Guide ${row},"${text}",FALSE,TEXT,ann\r\n`
  }
}

function* langfuse(): Generator<string> {
  for (let row = 1; row <= rows; row++) {
    const prompt = `You are guide ${row}, and say "ahoy".\nStay with {{place}}. `.repeat(repeats(row))
    const item = { name: `Guide ${row}`, version: 1, type: 'text', prompt, labels: ['production'], tags: ['guide'], config: {} }
    yield `${row === 1 ? '[' : ','}${JSON.stringify(item)}\n`
  }
  yield ']'
}

/** A database with one person, who imports. */
async function prepare(url: string): Promise<void> {
  const database = await openDatabase(url)
  await migrate(database)
  const times = { createdAt: new Date(), updatedAt: new Date() }
  const said = { name: 'Ada', email, emailCanonical: email, emailVerifiedAt: new Date(), passwordHash: '', role: 'user' }
  await database.knex('users').insert({ id: randomUUID(), ...said, ...times, preferences: '{}' })
  await database.close()
}

/** What a process has made for itself in memory, in megabytes; 0 where nothing tells, as when it has ended. */
async function ownMemoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const sizes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)].map(([, size]) => Number(size))
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000
}
