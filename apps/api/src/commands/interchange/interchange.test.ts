import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FormatId } from '@prologue/prompt-kit/formats'
import { buildUser, onEachEngine, openWorld, type World } from '@prologue/shared/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = join(import.meta.dirname, '../../prologue.ts')
const header = 'act,prompt,for_devs,type,contributor\r\n'
const long = 'Lines of a very long prompt, with "quotes".\n'.repeat(4000).slice(0, 144_260)

/** Rows as prompts.chat has them: cells of several lines, a very long one, several contributors, variables, titles with space. */
const rows = [
  'Lighthouse Keeper,"Act as a keeper, and say ""ahoy"".\nNever leave the ${place:tower}.\n",FALSE,TEXT,ann',
  'Reviewer ,Review what I send.,TRUE,TEXT,"ann,ben,c@example.org"',
  `Long One,"${long.replaceAll('"', '""')}",FALSE,STRUCTURED,ben`,
  'Painter,"---\nname: painter\r\n\r\n---\n it ${Main Colour:RED} 🎨 ",FALSE,IMAGE,',
  'Sum,"{\n  ""role"": ""{{ not ours }}""\n}",TRUE,STRUCTURED,ben',
].map((row) => `${row}\r\n`)

const unclosed = 'The JSON ends too soon'
const noJson = 'This is not JSON'
const noYaml = 'This is not valid YAML'

/** Of each format a file that breaks off or makes no sense; where it holds several, behind one that is sound. */
const broken: Record<FormatId, { text: string; fault: string }> = {
  prologue: {
    text: `{"format": "prologue", "version": 1, "templates": [
{"title": "Guide", "versions": [{"number": 1, "content": "Guide."}]},
{"title": "Other", "versions": [{`,
    fault: `line 3: ${unclosed}`,
  },
  markdown: { text: '---\nname: Guide\ntags: [a\n---\nGuide.\n', fault: `line 4: ${noYaml}` },
  'prompts-chat': {
    text: `${header}${rows[1]}Broken,"never closed\r\n`,
    fault: 'line 3: A quote in the row that begins here is not closed.',
  },
  langfuse: {
    text: '[{"name": "guide", "version": 1, "type": "text", "prompt": "Guide."},\n{"name": "other", "prompt": }]',
    fault: `line 2: ${noJson}`,
  },
  openai: { text: '{"model": "gpt-x",\n"messages": [{"role": "system"\n', fault: `line 3: ${unclosed}` },
  anthropic: { text: '{"model": "claude-x",\n"system": "Guide.\n', fault: `line 2: ${noJson}` },
  'github-models': { text: 'name: Guide\nmessages:\n  - role: system\n content: [\n', fault: `line 4: ${noYaml}` },
  promptfoo: { text: 'description: Guides\nprompts:\n  - "Guide\nproviders: [\n', fault: `line 5: ${noYaml}` },
  dotprompt: { text: '---\nmodel: vendor/model\ninput: {\n---\nGuide.\n', fault: `line 4: ${noYaml}` },
  prompty: { text: '---\nname: Guide\ninputs: [who\n---\nsystem:\nGuide.\n', fault: `line 4: ${noYaml}` },
  langchain: { text: '{"lc": 1,\n"kwargs": {"template": \n', fault: `line 3: ${unclosed}` },
  'open-webui': {
    text: '[{"command": "/guide", "title": "Guide", "content": "Guide."},\n{"command": "/other",\n"title": \n',
    fault: `line 4: ${unclosed}`,
  },
  skill: { text: '---\nname: guide\ndescription: [\n---\n\n# Guide\n', fault: `line 4: ${noYaml}` },
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prologue-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

onEachEngine('prologue import and export', (url) => {
  const env = () => ({ DATABASE_URL: url(), LOG_LEVEL: 'error' })
  let world: World
  beforeAll(async () => {
    world = await openWorld(url())
  })
  afterAll(() => world.close())

  async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    try {
      const ended = await promisify(execFile)(process.execPath, [program, ...args], { env: env(), maxBuffer: 1e8 })
      return { code: 0, ...ended }
    } catch (error) {
      if (error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)
        return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) }
      throw error
    }
  }

  async function somebody(): Promise<{ id: string; email: string }> {
    const { id, email } = await buildUser(world)
    return { id, email: email ?? '' }
  }

  const count = async (ownerId: string) => (await world.database.knex('templates').where({ ownerId })).length

  it('carry a file through the library byte for byte', { timeout: 120_000 }, async () => {
    const { id, email } = await somebody()
    const source = header + rows.join('')
    const imported = await run('import', await file('prompts.csv', source), '--as', email)
    expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('5 imported, 0 refused.') })
    expect(imported.stdout).toMatch(/^line 2 "Lighthouse Keeper": imported as \/templates\/lighthouse-keeper/)
    expect(await count(id)).toBe(5)
    const exported = await run('export', '--format', 'prompts-chat', '--as', email)
    expect(exported.stdout === source).toBe(true)
    expect(exported.stderr).toContain('5 templates written as prompts.chat CSV.')
  })

  it('tell what would become of a file, and write nothing', { timeout: 120_000 }, async () => {
    const { id, email } = await somebody()
    const path = await file('dry.csv', `${header}${rows.join('')},no title,,,\r\n`)
    const { code, stdout } = await run('import', path, '--as', email, '--dry-run', '--convert')
    expect(code).toBe(1)
    expect(stdout).toContain('line 2 "Lighthouse Keeper": could be imported\n    Variables: place (text).')
    expect(stdout).toMatch(/line \d+: refused\. The cell "act" should hold a title, and is empty\./)
    expect(stdout).toContain('5 could be imported, 1 refused.')
    expect(await count(id)).toBe(0)
  })

  it('let no file steer the terminal', { timeout: 120_000 }, async () => {
    const { email } = await somebody()
    const path = await file('steers.csv', `${header}"Guide \u001b]0;x\u0007\u009b2J",Guide.,FALSE,TEXT,"\u001b[8m"\r\n`)
    const { stdout, stderr } = await run('import', path, '--as', email)
    expect(stdout).toContain(String.raw`Guide \u001b]0;x\u0007\u009b2J`)
    expect(stdout + stderr).not.toMatch(/[^\n\P{Cc}]/u)
  })

  it('write single templates, as formats that hold one need', { timeout: 120_000 }, async () => {
    const { email } = await somebody()
    const { stdout } = await run('import', await file('two.csv', header + rows[0] + rows[1]), '--as', email)
    const slugs = [...stdout.matchAll(/\/templates\/([a-z0-9-]+)/g)].map(([, slug = '']) => slug)
    const one = await run('export', slugs[1] ?? '', '--as', email, '--format', 'markdown')
    expect(one).toMatchObject({ code: 0, stdout: expect.stringContaining('Review what I send.') })
    expect(one.stderr).toContain('1 template written')
    const both = await run('export', ...slugs, '--as', email, '--format', 'prompts-chat')
    expect(both.stdout).toBe(header + rows[0] + rows[1])
    const missing = await run('export', ...slugs, 'none-such', '--as', email)
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no template none-such among them.') })
    expect((await run('export', slugs[0] ?? '', '--public')).code).toBe(1)
  })

  it.each(Object.entries(broken))(
    'leave nothing of a file of %s that cannot be read to its end, and say where and why',
    { timeout: 120_000 },
    async (format, { text, fault }) => {
      const { id, email } = await somebody()
      const path = await file(`broken-${format}`, text)
      const { code, stderr } = await run('import', path, '--as', email, '--format', format)
      expect([code, stderr]).toEqual([1, expect.stringContaining(`${path}, ${fault}`)])
      expect(await count(id)).toBe(0)
    },
  )

  it('say what is wrong with what they are asked', { timeout: 120_000 }, async () => {
    const { email } = await somebody()
    const path = await file('sound.csv', header + rows[1])
    const refusals = await Promise.all([
      run('import', path, '--as', 'nobody@example.com'),
      run('import', path, '--as', email, '--format', 'none'),
      run('import', path, '--as', email, '--visibility', 'organization'),
      run('import', join(folder, 'missing.csv'), '--as', email),
      run('export', '--as', email, '--public'),
      run('export', '--as', email, '--format', 'langchain'),
    ])
    expect(refusals.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1, 1])
    const said = [
      'Nobody has an account',
      'prologue, markdown',
      '--visibility is',
      'no such file',
      'Say whose',
      'There is no format',
    ]
    for (const [index, words] of said.entries()) expect(refusals[index]?.stderr).toContain(words)
  })

  it('stop at Ctrl-C with whole templates, and say how many', { timeout: 120_000 }, async () => {
    const { id, email } = await somebody()
    const path = await file('many.csv', header + rows.join('').repeat(400))
    const child = spawn(process.execPath, [program, 'import', path, '--as', email], { env: env() })
    let stdout = ''
    child.stdout.on('data', (piece: Buffer) => {
      if (stdout === '') child.kill('SIGINT')
      stdout += piece.toString()
    })
    const [code] = await once(child, 'close')
    expect(code).toBe(130)
    const done = Number(/([\d,]+) imported, 0 refused; stopped before the end\./.exec(stdout)?.[1]?.replaceAll(',', ''))
    expect(done).toBeLessThan(2000)
    expect(await count(id)).toBe(done)
  })
})

describe('a hundred thousand rows', () => {
  it('are read and written in little memory', { timeout: 120_000 }, async () => {
    const path = join(folder, 'rows.mjs')
    const here = join(import.meta.dirname, '../../../../../packages/prompt-kit/src/formats/index.ts')
    await writeFile(
      path,
      `import { formatOf } from ${JSON.stringify(here)}
      const csv = formatOf('prompts-chat')
      const row = ${JSON.stringify(rows[0] ?? '')}
      async function* file() { yield ${JSON.stringify(header)}; for (let at = 0; at < 1000; at++) yield row.repeat(100) }
      let items = 0
      async function* templates() { for await (const item of csv.read(file())) { items++; yield item.template } }
      let length = 0
      for await (const piece of csv.write.write(templates())) length += piece.length
      console.log(items, length)`,
    )
    // More than this its heap cannot hold: kept rows would end it.
    const limit = ['--max-old-space-size=40', '--max-semi-space-size=4']
    const { stdout } = await promisify(execFile)(process.execPath, [...limit, path])
    expect(stdout.trim()).toBe(`100000 ${header.length + 100_000 * (rows[0]?.length ?? 0)}`)
  })
})
