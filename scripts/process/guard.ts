// Outlives the process that started it by a moment, to end what that one left behind. Reads lines on stdin,
// `process <pid>`, `ended <pid>` and `folder <path>`; when stdin closes, which also happens when the parent is
// killed with -9, it kills those processes and removes those folders.
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'

const pids = new Set<number>()
const folders = new Set<string>()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => {
  const [kind, ...rest] = line.split(' ')
  const value = rest.join(' ')
  if (kind === 'process') pids.add(Number(value))
  if (kind === 'ended') pids.delete(Number(value))
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
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})
