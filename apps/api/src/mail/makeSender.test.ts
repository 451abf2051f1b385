import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Mail } from '@prologue/shared'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { portOf } from '../portOf.ts'
import { openMailServer, type TestMailServer } from '../testing/mailServer.ts'
import { makeSender, type SendFailure } from './makeSender.ts'

const secret = 'what nobody is to be mailed'

let mailServer: TestMailServer
let folder: string
beforeAll(async () => {
  mailServer = await openMailServer()
  folder = await mkdtemp(join(tmpdir(), 'prologue-mail-'))
  await writeFile(join(folder, 'secret.txt'), secret)
})
afterAll(async () => {
  await mailServer.close()
  await rm(folder, { recursive: true })
})

/** Sends a mail with this in place of its text, as no types keep it from being. */
async function sendWith(text: object): Promise<SendFailure | null> {
  const sender = makeSender({ url: mailServer.url, from: 'prologue@example.com' })
  const mail: Mail = JSON.parse(JSON.stringify({ to: 'ada@example.com', subject: 'A mail', text, html: '', link: null }))
  const failure = await sender.send(mail, randomUUID())
  sender.close()
  return failure
}

it('no mail makes the server read a file of its own', async () => {
  const path = join(folder, 'secret.txt')
  for (const text of [{ path }, { href: pathToFileURL(path).href }]) {
    expect(await sendWith(text)).not.toBeNull()
  }
  expect(await mailServer.received()).toEqual([])
})

it('no mail makes the server ask for a page', async () => {
  let asked = 0
  const pages = createServer((_request, response) => {
    asked += 1
    response.end(secret)
  }).listen(0, '127.0.0.1')
  await once(pages, 'listening')
  const href = `http://127.0.0.1:${portOf(pages)}/`
  for (const text of [{ path: href }, { href }]) {
    expect(await sendWith(text)).not.toBeNull()
  }
  expect(asked).toBe(0)
  expect(await mailServer.received()).toEqual([])
  pages.close()
})
