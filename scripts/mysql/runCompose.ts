import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../process/freePort.ts'
import { mustRun, run } from '../process/run.ts'
import { startGuard } from '../process/startGuard.ts'
import { account, grants, serverOptions, urlFor } from './account.ts'
import { smallFiles } from './dataFolder.ts'
import type { MysqlServer } from './startMysql.ts'
import { waitForGreeting } from './waitForGreeting.ts'

const file = fileURLToPath(new URL('compose.yml', import.meta.url))
const startWithin = 120_000

/** A server in a container of its own, or null when no Docker engine with compose answers or it cannot start one. */
export async function runCompose(): Promise<MysqlServer | null> {
  if ((await run('docker', ['compose', 'version'])).code !== 0) return null
  if ((await run('docker', ['info'], { timeout: 20_000 })).code !== 0) return null

  const folder = await mkdtemp(join(tmpdir(), 'prologue-mysql-'))
  const user = account()
  const port = await freePort()
  const project = basename(folder).toLowerCase()
  const guard = startGuard()
  guard.watchFolder(folder)
  guard.watchCommand(['docker', 'compose', '--project-name', project, 'down', '--volumes', '--timeout', '0'])
  const setup = join(folder, 'setup.sql')
  await writeFile(setup, grants(user, '%'), { mode: 0o644 })
  const env = { ...process.env, PORT: String(port), SETUP: setup, SERVER_OPTIONS: [...serverOptions, ...smallFiles].join(' ') }
  const compose = (...args: string[]) =>
    mustRun('docker', ['compose', '--project-name', project, '--file', file, ...args], { env })

  async function ready(): Promise<void> {
    const deadline = Date.now() + startWithin
    // During its first start the image runs a server without a network, so the greeting comes when the setup is done.
    if (!(await waitForGreeting(port, () => Date.now() > deadline)))
      throw new Error(`The MySQL container did not start: ${await compose('logs')}`)
  }
  try {
    await compose('up', '--detach')
    await ready()
  } catch (error) {
    await guard.release()
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return null
  }
  return {
    url: urlFor(user, port),
    source: 'Docker',
    version: '9',
    kill9: async () => {
      await compose('kill')
    },
    restart: async () => {
      await compose('kill').catch(() => '')
      await compose('start')
      await ready()
    },
    stop: guard.release,
  }
}
