import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../process/freePort.ts'
import { startGuard } from '../process/startGuard.ts'
import { startKept } from '../process/startKept.ts'
import { account, grants, serverOptions, urlFor } from './account.ts'
import { asUser, makeDataFolder, smallFiles } from './dataFolder.ts'
import type { Mysqld } from './mysqld.ts'
import type { MysqlPlace, MysqlServer } from './startMysql.ts'
import { waitForGreeting } from './waitForGreeting.ts'

/** Starts the program on an empty data folder of its own. */
export async function runMysqld(mysqld: Mysqld, { parent = tmpdir(), options = [] }: MysqlPlace): Promise<MysqlServer> {
  const guard = startGuard()
  const folder = await mkdtemp(join(parent, 'prologue-mysql-'))
  guard.watchFolder(folder)
  const data = join(folder, 'data')
  const log = join(folder, 'mysqld.log')
  const setup = join(folder, 'setup.sql')
  const user = account()
  const port = await freePort()

  function launch(): ChildProcess {
    const args = [...mysqld.args, `--datadir=${data}`, `--port=${port}`, '--bind-address=127.0.0.1', `--init-file=${setup}`]
    args.push(`--socket=${join(folder, 's')}`, `--pid-file=${join(folder, 'pid')}`, '--mysqlx=OFF', '--secure-file-priv=NULL')
    const started = spawn(mysqld.command, [...args, ...serverOptions, ...smallFiles, ...asUser, ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const file = createWriteStream(log, { flags: 'a' })
    started.stdout.pipe(file, { end: false })
    started.stderr.pipe(file, { end: false })
    started.once('close', () => file.end())
    started.once('error', (error) => file.write(`${error.message}\n`))
    return started
  }

  try {
    await writeFile(setup, grants(user, '127.0.0.1', 'localhost'))
    await makeDataFolder(mysqld, data)
  } catch (error) {
    await guard.release()
    throw error
  }
  // To stop it is to kill it: the data goes too, so there is nothing to write out first.
  const kept = await startKept(guard, {
    launch,
    serves: (hasEnded) => waitForGreeting(port, hasEnded),
    failure: async () => `mysqld did not start: ${(await readFile(log, 'utf8').catch(() => '')).slice(-2000)}`,
  })
  return { url: urlFor(user, port), source: mysqld.source, version: mysqld.version, ...kept }
}
