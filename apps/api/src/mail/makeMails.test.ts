import type { Mail } from '@prologue/shared'
import { expect, it, vi } from 'vitest'
import { keepLog } from '../testing/keepLog.ts'
import { openMailServer } from '../testing/mailServer.ts'
import { makeMails } from './makeMails.ts'

const from = 'Prologue <prologue@example.com>'
const mail: Mail = { to: 'ada@example.com', subject: 'A subject', text: 'A body', html: '<p>A body</p>', link: null }

it('a mail is tried again as often as there are waits, then it is lost, and the log has nothing of its body', async () => {
  const gone = await openMailServer()
  await gone.close()
  const log = keepLog()
  const mails = makeMails({ url: gone.url, from }, log.logger, [10, 10])
  mails.post(async () => mail)
  await vi.waitFor(() => expect(log.text()).toContain('is lost'))
  expect(log.text().match(/tried again/g)).toHaveLength(2)
  expect(log.text()).toContain('ECONNREFUSED')
  expect(log.text()).not.toMatch(/A body|ada@example|mail-password/)
  await mails.close()
})

it('what the mail server refuses for good is not tried again', async () => {
  const server = await openMailServer()
  const log = keepLog()
  const mails = makeMails({ url: server.url.replace('mail-password', 'wrong'), from }, log.logger, [10, 10])
  mails.post(async () => mail)
  await vi.waitFor(() => expect(log.text()).toContain('is lost'))
  expect(log.text()).not.toContain('tried again')
  expect(log.text()).toContain('535')
  await mails.close()
  await server.close()
})

it('a stop lets mails under way arrive, and takes no new ones', async () => {
  const server = await openMailServer()
  const log = keepLog()
  const mails = makeMails({ url: server.url, from }, log.logger)
  mails.post(async () => mail)
  await mails.close()
  expect(await server.received()).toHaveLength(1)
  mails.post(async () => mail)
  expect(log.text()).toContain('A mail was not written')
  await server.close()
})

it('a mail that cannot be written stops nothing, and none is sent where there is none', async () => {
  const server = await openMailServer()
  const log = keepLog()
  const mails = makeMails({ url: server.url, from }, log.logger)
  mails.post(() => Promise.reject(new Error('The database is away')))
  mails.post(async () => null)
  mails.post(async () => mail)
  await mails.close()
  expect(await server.received()).toMatchObject([{ subject: 'A subject' }])
  expect(log.text()).toContain('A mail could not be written')
  await server.close()
})

it('without a mail server the last hundred are kept, the newest first', async () => {
  const log = keepLog()
  const mails = makeMails(null, log.logger)
  for (let number = 1; number <= 105; number++) mails.post(async () => ({ ...mail, subject: `Number ${number}` }))
  await mails.close()
  const kept = mails.kept()
  expect(kept).toHaveLength(100)
  expect(kept[0]).toMatchObject({ to: 'ada@example.com', subject: 'Number 105', text: 'A body', link: null })
  expect(kept.at(-1)?.subject).toBe('Number 6')
})
