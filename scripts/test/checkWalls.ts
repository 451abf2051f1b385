// Proves that the lint rules which hold the house's walls still report what they are to report: runs oxlint, with the
// repository's own configuration, over the small files in walls/, each of which names in its first line what it expects.
// They end in .txt, so that no other tool takes them for code of the house.
import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { run } from '../process/run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const fixtures = fileURLToPath(new URL('walls', import.meta.url))
const report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) })

/** What the first line of a fixture expects: the code of a rule, or `nothing`. */
async function expectation(file: string): Promise<string> {
  const [, code] = /^\/\/ expects (\S+)/.exec(await readFile(join(fixtures, `${file}.txt`), 'utf8')) ?? []
  if (!code) throw new Error(`${file} does not say what it expects`)
  return code
}

/** The codes reported for each file, when the fixtures stand where the files of the repository stand. */
async function lint(files: string[]): Promise<Map<string, string[]>> {
  const copy = await mkdtemp(join(tmpdir(), 'prologue-walls-'))
  try {
    for (const name of ['.oxlintrc.json', 'tsconfig.json', 'scripts/lint'])
      await cp(join(root, name), join(copy, name), { recursive: true })
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    for (const file of files) await cp(join(fixtures, `${file}.txt`), join(copy, file))
    const { output } = await run('oxlint', ['--format=json', 'packages', 'apps', 'e2e'], { cwd: copy })
    const found = new Map<string, string[]>()
    for (const { filename, code } of report.parse(JSON.parse(output)).diagnostics)
      found.set(filename, [...(found.get(filename) ?? []), code])
    return found
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

const files = (await readdir(fixtures, { recursive: true }))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length).split(sep).join('/'))
const found = await lint(files)
const wrong: string[] = []
for (const file of files.toSorted()) {
  const expected = await expectation(file)
  const actual = [...new Set(found.get(file) ?? ['nothing'])].join(', ')
  if (actual !== expected) wrong.push(`${file}: expected ${expected}, oxlint reported ${actual}`)
}
if (files.length === 0) wrong.push('There is no fixture.')
for (const line of wrong) process.stdout.write(`${line}\n`)
if (wrong.length === 0) process.stdout.write(`${files.length} fixtures are judged as they should be.\n`)
process.exitCode = wrong.length === 0 ? 0 : 1
