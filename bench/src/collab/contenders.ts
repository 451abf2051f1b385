import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGuard } from '@prologue/scripts/guard'
import { startMysql } from '@prologue/scripts/mysql'
import { startServer } from './server/startServer.ts'
import type { RunningServer } from './server/startServer.ts'
import { connectHocuspocus } from './wire/connectHocuspocus.ts'
import { connectSocketIo } from './wire/connectSocketIo.ts'
import { connectWs } from './wire/connectWs.ts'
import type { Connect } from './wire/wire.ts'

/** A way to do live editing. Each `start` is a process of its own. */
export type Contender = {
  name: string
  connect: Connect
  start: () => Promise<RunningServer>
  /** Where it keeps drafts as this application does; null for what is only compared with. */
  databaseUrl: string | null
}

export type Contenders = { all: Contender[]; close: () => Promise<void> }

/** Those of this machine whose name is wanted; says which are not there. */
export async function prepareContenders(wants: (name: string) => boolean): Promise<Contenders> {
  const guard = startGuard()
  const folder = await mkdtemp(join(tmpdir(), 'prologue-bench-'))
  guard.watchFolder(folder)
  let files = 0
  const fresh = () => join(folder, `${(files += 1)}.sqlite`)
  const sqlite = `sqlite:${fresh()}`
  const mysql = wants('MySQL') ? await startMysql() : null
  const compared = { databaseUrl: null }
  const all: Contender[] = [
    { name: 'ws relay', connect: connectWs, start: () => startServer('wsServer.ts'), ...compared },
    { name: 'Socket.IO relay', connect: connectSocketIo, start: () => startServer('relayServer.ts'), ...compared },
    {
      name: 'Hocuspocus',
      connect: connectHocuspocus,
      start: () => startServer('hocuspocusServer.ts', fresh()),
      ...compared,
    },
    {
      name: 'Hocuspocus, every update',
      connect: connectHocuspocus,
      start: () => startServer('hocuspocusServer.ts', fresh(), 'every'),
      ...compared,
    },
    draftServer('SQLite', sqlite),
  ]
  if (mysql && 'skipped' in mysql) console.log(`\nNO MYSQL, so nothing is measured on it: ${mysql.skipped}\n`)
  else if (mysql) all.push(draftServer(`MySQL ${mysql.version}`, mysql.url))
  return {
    all: all.filter(({ name }) => wants(name)),
    async close() {
      if (mysql && !('skipped' in mysql)) await mysql.stop()
      await guard.release()
    },
  }
}

const draftServer = (name: string, url: string): Contender => ({
  name,
  connect: connectSocketIo,
  start: () => startServer('draftServer.ts', url),
  databaseUrl: url,
})
