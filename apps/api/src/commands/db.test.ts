import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onEachEngine } from '@prologue/shared/testing'
import { expect, it } from 'vitest'

const program = join(import.meta.dirname, '../prologue.ts')

/** What `prologue db …` prints, and how it ends. */
async function db(url: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    const env = { DATABASE_URL: url }
    return { code: 0, ...(await promisify(execFile)(process.execPath, [program, 'db', ...args], { env })) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error) {
      return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) }
    }
    throw error
  }
}

onEachEngine('prologue db', (url) => {
  it('migrates, tells how it stands, takes back and brings the starter library again', { timeout: 60_000 }, async () => {
    expect(await db(url(), 'status')).toMatchObject({ code: 1, stdout: expect.stringMatching(/^waiting +001_initial_schema$/m) })
    expect(await db(url(), 'migrate')).toMatchObject({ code: 0, stdout: expect.stringContaining('applied 003_initial_data') })
    expect(await db(url(), 'migrate')).toMatchObject({ code: 0, stdout: 'The database is up to date.\n' })
    const status = await db(url(), 'status')
    expect(status).toMatchObject({ code: 0, stdout: expect.stringMatching(/^applied +\d{4}-\S+Z +003_initial_data$/m) })
    expect(status.stdout).not.toContain('waiting')

    expect(await db(url(), 'rollback')).toMatchObject({ code: 1, stderr: expect.stringContaining('add --yes') })
    expect(await db(url(), 'rollback', '--steps', 'all', '--yes')).toMatchObject({ code: 1 })
    const back = await db(url(), 'rollback', '--steps', '2', '--yes')
    expect(back).toMatchObject({ code: 0, stdout: 'took back 003_initial_data\ntook back 002_triggers_and_views\n' })
    expect(await db(url(), 'seed')).toMatchObject({ code: 0, stdout: 'The starter library is complete.\n' })
    expect(await db(url(), 'status')).toMatchObject({ code: 0 })
  })
})
