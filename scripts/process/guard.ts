// Outlives the process that started it by a moment, to end what that one left behind. Reads lines on stdin,
// `process <pid>`, `ended <pid>`, `command <JSON array>` and `folder <path>`; when stdin closes, which also happens when
// the parent is killed with -9, it kills those processes, runs those commands and removes those folders.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'

const pids = new Set<number>()
const commands: string[] = []
const folders = new Set<string>()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => {
  const [kind, ...rest] = line.split(' ')
  const value = rest.join(' ')
  if (kind === 'process') pids.add(Number(value))
  if (kind === 'ended') pids.delete(Number(value))
  if (kind === 'command') commands.push(value)
  if (kind === 'folder') folders.add(value)
})
lines.on('close', () => {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  for (const text of commands) {
    const [command = '', ...args]: string[] = JSON.parse(text)
    spawnSync(command, args, { cwd: tmpdir(), stdio: 'ignore' })
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})
