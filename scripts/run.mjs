// Runs a task of this repository with the Node and pnpm that the lockfile pins. Plain JavaScript for any
// Node from 18 on: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')
const stamp = join(root, 'node_modules', '.installed')

const tasks = {
  start: [
    ['turbo', 'run', 'build', '--output-logs=errors-only', '--log-prefix=none'],
    ['node', 'apps/api/dist/prologue.js', 'start'],
  ],
  dev: [['turbo', 'run', 'dev']],
  test: [['node', 'scripts/test/main.ts']],
  prologue: [['node', 'apps/api/src/prologue.ts']],
  format: [['oxfmt', '.']],
  'bench:collab': [['node', 'bench/src/collab/main.ts']],
}

/** npm's own settings would reach pnpm as its configuration and change what it installs. */
function environment() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/i.test(name)))
  const path = Object.keys(env).find((name) => name.toLowerCase() === 'path') ?? 'PATH'
  return { ...env, [path]: [bin, env[path]].filter(Boolean).join(delimiter), TURBO_TELEMETRY_DISABLED: '1' }
}

function install() {
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.cjs']
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(root, file)))
  const wanted = hash.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return

  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  console.error('Installing what the lockfile lists …')
  const result = spawnSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    console.error('The installation failed; the lines above say why. Is the package registry reachable?')
    process.exit(result.status ?? 1)
  }
  writeFileSync(stamp, wanted)
}

/** Runs one command to its end, passing signals on, and answers its exit code. */
function run([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(),
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', pass)
    process.on('SIGTERM', pass)
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass)
      process.off('SIGTERM', pass)
      resolve(signal ? 1 : (code ?? 1))
    })
  })
}

const [name, ...args] = process.argv.slice(2)
const steps = tasks[name]
if (!steps) {
  console.error(`Unknown task ${name ?? ''}. There are: ${Object.keys(tasks).join(', ')}`)
  process.exit(2)
}
install()
for (const [index, step] of steps.entries()) {
  const code = await run(index === steps.length - 1 ? [...step, ...args] : step)
  if (code !== 0) process.exit(code)
}
