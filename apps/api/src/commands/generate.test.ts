import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const program = join(import.meta.dirname, '../prologue.ts')
const run = (...args: string[]) => promisify(execFile)(process.execPath, [program, 'generate', ...args])

describe('prologue generate', () => {
  it('prints the prompt for a description, the same each time', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => run('A tutor for algebra', '--family', 'claude')))
    expect(one?.stdout).toContain('<instructions>')
    expect(one?.stdout).toBe(other?.stdout)
  })

  it('prints as JSON where every sentence comes from', async () => {
    const { stdout } = await run('A tutor for algebra who answers in French', '--json')
    const { sections, text } = JSON.parse(stdout)
    expect(text).toContain('French')
    for (const section of sections) {
      for (const sentence of section.sentences)
        expect(sentence).toMatchObject({ slot: expect.any(String), source: expect.any(String) })
    }
  })

  it('reads standard input, and says what is missing or wrong', async () => {
    const running = run()
    running.child.stdin?.end('A planner of journeys by train')
    expect((await running).stdout).toContain('planner of journeys by train')
    await expect(run('   ')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Describe the assistant') })
    await expect(run('A tutor', '--family', 'none')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('claude, gpt'),
    })
  })
})
