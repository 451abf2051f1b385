import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildUser, onEachEngine, openWorld } from '@prologue/shared/testing'
import { expect, it } from 'vitest'

const program = join(import.meta.dirname, '../prologue.ts')

/** What `prologue audit …` prints, and how it ends. */
async function audit(url: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    const env = { DATABASE_URL: url, LOG_LEVEL: 'error' }
    return { code: 0, ...(await promisify(execFile)(process.execPath, [program, 'audit', ...args], { env })) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error) {
      return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) }
    }
    throw error
  }
}

onEachEngine('prologue audit', (url) => {
  it('seals, verifies, and says what was changed or cut off', { timeout: 120_000 }, async () => {
    const run = (...args: string[]) => audit(url(), ...args)
    const world = await openWorld(url())
    const { knex } = world.database
    await buildUser(world)
    const sealed = await run('seal')
    expect(sealed).toMatchObject({ code: 0, stdout: expect.stringContaining('Sealed 1 row.') })
    const [, head = ''] = /The head is (1:[0-9a-f]{64})\./.exec(sealed.stdout) ?? []
    const whole = await run('verify', '--head', head)
    expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining('Everything is as it was sealed.') })
    expect(whole.stdout).toContain(head)

    for (const table of ['audit_logs', 'audit_seals']) {
      for (const guard of ['unchanged', 'kept']) await knex.raw(`drop trigger ${table}_${guard}`)
    }
    await knex('audit_logs').update({ ip: '10.0.0.1' })
    expect(await run('verify')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/The row \d+ \(seal 1\) was changed\./),
    })
    for (const _ of [1, 2]) await buildUser(world)
    await run('seal')
    const newest = await knex('audit_logs').max('sequence as sequence').first()
    await knex('audit_logs').where({ sequence: newest?.sequence }).delete()
    const createdAt = new Date()
    await knex('audit_logs').insert({
      id: randomUUID(),
      action: 'retain',
      entityType: 'audit_logs',
      metadata: JSON.stringify({ before: '2020-01', lastSequence: 0, stage: 'done' }),
      requestId: 'a test',
      createdAt,
    })
    const { code, stdout } = await run('verify')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^Read 2 rows in 2 seals; 1 row after them is not sealed\./)
    expect(stdout).toMatch(/Some of the rows \d+ to \d+ \(seal 2\) are gone\./)
    expect(stdout).toContain(`By the retention of ${createdAt.toISOString()} the rows from before 2020-01 are gone, up to row 0.`)
    await knex('audit_logs').delete()
    await knex('audit_seals').delete()
    expect(await run('verify', '--head', head)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('The rows of seal 1 were cut off'),
    })
    expect(await run('verify', '--head', 'none')).toMatchObject({ code: 1, stderr: expect.stringContaining('NUMBER:DIGEST') })
    await world.close()
  })
})
