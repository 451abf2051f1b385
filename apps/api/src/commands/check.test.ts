import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = join(import.meta.dirname, '../prologue.ts')
let folder: string
const run = (...args: string[]) => promisify(execFile)(process.execPath, [program, 'check', ...args], { cwd: folder })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prologue-check-'))
  await writeFile(join(folder, 'good.txt'), 'You sort letters. Answer with one word. If unsure, ask.\n')
  await writeFile(join(folder, 'open.txt'), 'You sort letters, etc.\n\n```json\n{}\n')
  await writeFile(join(folder, 'a #b?.txt'), 'You sort letters, etc.\n')
  const front = '---\nname: Guide\nvariables:\n  - name: city\n    type: text\n---\nGo to {{ city }} in {{ year }}.\n'
  await writeFile(join(folder, 'front.md'), front)
  await writeFile(join(folder, 'marked.md'), `\uFEFF${front}`)
})
afterAll(() => rm(folder, { recursive: true }))

describe('prologue check', () => {
  it('says nothing of a good prompt, and ends well', async () => {
    expect((await run('good.txt')).stdout).toBe('')
  })

  it('tells file, line and column of each finding, and ends with 1 for an error', async () => {
    const failed = run('good.txt', 'open.txt')
    await expect(failed).rejects.toMatchObject({ code: 1 })
    const { stdout } = await failed.catch((error: { stdout: string }) => error)
    expect(stdout).toContain('open.txt:1:19  info     vague-term')
    expect(stdout).toContain('open.txt:3:1  error    fence-unclosed')
    expect((await run('open.txt', '--off', 'fence-unclosed')).stdout).not.toContain('fence-unclosed')
  })

  it('reads the variables of a front matter, and counts lines from the beginning of the file', async () => {
    const { stdout } = await run('front.md').catch((error: { stdout: string }) => error)
    expect(stdout).toContain('front.md:7:')
    expect(stdout).toContain('"year" is not declared')
    expect(stdout).not.toContain('"city" is not declared')
  })

  it('passes over a byte order mark', async () => {
    const { stdout } = await run('marked.md').catch((error: { stdout: string }) => error)
    expect(stdout).toMatch(/^marked\.md:7:\d+ +error +var-undeclared +"year" is not declared/)
    expect(stdout).not.toContain('"city"')
  })

  it('names a file in SARIF as an address does', async () => {
    const { stdout } = await run('a #b?.txt', '--sarif').catch((error: { stdout: string }) => error)
    expect(stdout).toContain('"uri": "a%20%23b%3F.txt"')
  })

  it('prints JSON and SARIF', async () => {
    const json = await run('open.txt', '--json').catch((error: { stdout: string }) => error)
    expect(JSON.parse(json.stdout)).toMatchObject([
      {
        file: 'open.txt',
        findings: [
          { rule: 'vague-term', line: 1 },
          { rule: 'fence-unclosed', line: 3 },
        ],
      },
    ])
    const sarif = await run('open.txt', '--sarif').catch((error: { stdout: string }) => error)
    expect(JSON.parse(sarif.stdout)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Prologue' } },
          results: [
            { ruleId: 'vague-term', level: 'note' },
            {
              ruleId: 'fence-unclosed',
              level: 'error',
              locations: [
                { physicalLocation: { artifactLocation: { uri: 'open.txt' }, region: { startLine: 3, startColumn: 1 } } },
              ],
            },
          ],
        },
      ],
    })
  })

  it('says what is wrong with what it is given', async () => {
    await expect(run('none.txt')).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('none.txt') })
    await expect(run('good.txt', '--json', '--sarif')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('choose one'),
    })
    await expect(run('good.txt', '--off', 'nothing')).rejects.toMatchObject({
      stderr: expect.stringContaining('no rule nothing'),
    })
  })
})
