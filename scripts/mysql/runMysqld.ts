import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../process/freePort.ts'
import { startGuard } from '../process/startGuard.ts'
import { account, grants, serverOptions, urlFor } from './account.ts'
import { asUser, makeDataFolder, smallFiles } from './dataFolder.ts'
import type { Mysqld } from './mysqld.ts'
import type { MysqlPlace, MysqlServer } from './startMysql.ts'
import { waitForGreeting } from './waitForGreeting.ts'

const startWithin = 60_000

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
  let child: ChildProcess | null = null

  async function start(): Promise<void> {
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
    child = started
    if (started.pid) guard.watchProcess(started.pid)
    const deadline = Date.now() + startWithin
    const ended = () => started.exitCode !== null || started.signalCode !== null || !started.pid || Date.now() > deadline
    if (await waitForGreeting(port, ended)) return
    await kill9()
    throw new Error(`mysqld did not start: ${(await readFile(log, 'utf8').catch(() => '')).slice(-2000)}`)
  }

  async function kill9(): Promise<void> {
    const running = child
    child = null
    if (!running?.pid) return
    if (running.exitCode === null && running.signalCode === null) {
      const ended = new Promise((resolve) => running.once('exit', resolve))
      running.kill('SIGKILL')
      await ended
    }
    guard.forgetProcess(running.pid)
  }

  try {
    await writeFile(setup, grants(user, '127.0.0.1', 'localhost'))
    await makeDataFolder(mysqld, data)
    await start()
  } catch (error) {
    await kill9()
    await guard.release()
    throw error
  }
  return {
    url: urlFor(user, port),
    source: mysqld.source,
    version: mysqld.version,
    kill9,
    restart: async () => {
      await kill9()
      await start()
    },
    // The data goes too, so there is nothing to write out first.
    stop: async () => {
      await kill9()
      await guard.release()
    },
  }
}
