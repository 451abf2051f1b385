import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './openDatabase.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

describe('a database that is away at the start', () => {
  it('is named, without its password', async () => {
    const port = await freePort()
    const opening = openDatabase(`mysql://prologue:sesame@127.0.0.1:${port}/prologue`)
    await expect(opening).rejects.toThrow(`The database mysql://prologue@127.0.0.1:${port}/prologue cannot be used`)
  })

  it('is named when its file cannot be opened', async () => {
    await expect(openDatabase('sqlite:/dev/null/prologue.sqlite')).rejects.toThrow(
      'The database sqlite:/dev/null/prologue.sqlite cannot be used',
    )
  })

  it('must be one of the two we know', async () => {
    await expect(openDatabase('postgres://localhost/prologue')).rejects.toThrow('must begin with mysql:// or sqlite:')
  })
})
