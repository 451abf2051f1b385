import { createHash } from 'node:crypto'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import { listMigrations, readInstant, type Database, type ReadRows } from '../database/index.ts'
import { backupTables } from './backupTables.ts'
import { backupFormat, type BackupFoot, type BackupHead, type BackupTable, type Report } from './format.ts'
import { makeRowsDigest, written } from './makeRowsDigest.ts'

/** Characters that are gathered before they go on their way. */
const pieceSize = 65_536

/** How many rows a step of the report has. */
const told = 1_000

/**
 * Writes everything that is in the database at one instant to `destination`, and ends it; others go on writing meanwhile. What is
 * in memory at a time does not grow with the database. Answers how many rows there are.
 * @throws Error with a sentence for the operator where the schema is not this program's
 */
export async function writeBackup(
  database: Database,
  destination: Writable,
  report: Report,
  now = new Date(),
): Promise<{ rows: number }> {
  const { knex, dialect } = database
  const unready = (await listMigrations(database)).find(({ state }) => state !== 'applied' && state !== 'changed')
  if (unready)
    throw new Error(`The migration ${unready.name} is ${unready.state}: only a whole database of this version is backed up.`)
  const tables = backupTables(await dialect.describe(knex))
  const expected = await countRows(database, tables)
  const [oldest] = await knex('audit_logs').min<{ at: Date | number | null }[]>('createdAt as at')
  const about = {
    madeAt: now.toISOString(),
    engine: dialect.name,
    auditFrom: oldest?.at == null ? null : readInstant(oldest.at).toISOString(),
    tables,
  }
  let rows = 0
  const count = (table: string, done: number) => {
    rows += 1
    if (done % told === 0) report(table, done, Math.max(expected.get(table) ?? 0, done + 1))
  }
  await dialect.snapshot.read(knex, async (read) => {
    const compressed = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } })
    const lines = linesOf(read, about, count)
    await pipeline(Readable.from(inPieces(lines), { objectMode: true, highWaterMark: 1 }), compressed, destination)
  })
  report('rows', rows, rows)
  return { rows }
}

type About = Pick<BackupHead, 'madeAt' | 'engine' | 'auditFrom' | 'tables'>

async function* linesOf(read: ReadRows, about: About, count: (table: string, done: number) => void): AsyncGenerator<string> {
  const all = createHash('sha256')
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`
    all.update(text)
    return text
  }
  const migrations = await readMigrations(read)
  const head: BackupHead = { format: backupFormat, version: 1, migrations, ...about }
  yield line(head)
  const counted: BackupFoot['tables'] = {}
  for (const table of about.tables) {
    const digest = makeRowsDigest(table)
    let done = 0
    yield line({ table: table.name })
    for await (const row of read(table.name, table.columns)) {
      digest.add(row)
      count(table.name, (done += 1))
      yield line(row.map(written))
    }
    counted[table.name] = digest.counted()
  }
  const foot: BackupFoot = { tables: counted, digest: all.digest('hex') }
  yield `${JSON.stringify(foot)}\n`
}

async function readMigrations(read: ReadRows): Promise<BackupHead['migrations']> {
  const migrations: BackupHead['migrations'] = []
  const columns = ['name', 'checksum'].map((name) => ({ name, holds: 'text' as const }))
  for await (const [name, checksum] of read('migrations', columns)) {
    migrations.push({ name: String(name), checksum: String(checksum) })
  }
  return migrations
}

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const line of lines) {
    piece += line
    if (piece.length < pieceSize) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** About how many, for those who wait: others go on writing. */
async function countRows({ knex }: Database, tables: readonly BackupTable[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { name } of tables) {
    const [counted] = await knex(name).count<{ rows: number | string }[]>({ rows: '*' })
    counts.set(name, Number(counted?.rows ?? 0))
  }
  return counts
}
