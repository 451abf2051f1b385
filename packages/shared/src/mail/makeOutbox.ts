import type { MailStatus } from '@prologue/contracts'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { readInstant, type Database } from '../database/index.ts'
import type { Secrets } from '../secrets.ts'
import type { Mail } from './mails.ts'

/** A mail that this process sends, as no other does until its lease has run out. `attempts` counts this one, too. */
export type ClaimedMail = { id: string; attempts: number; createdAt: Date; mail: Mail }

type Row = {
  id: string
  recipient: string
  userId: string | null
  subject: string
  contentEncrypted: Uint8Array | null
  status: MailStatus
  attempts: number
  createdAt: Date | number
}

/** What lets somebody in stands in these, so they are encrypted while the mail waits and gone once it does not. */
const contentSchema = z.object({ text: z.string(), html: z.string(), link: z.string().nullable() })

export type Outbox = ReturnType<typeof makeOutbox>

const belongsTo = (id: string) => `mail ${id}`

type Parts = { database: Database; secrets: Secrets; now: () => Date }

/** Mails that wait in the database until they are sent, by whichever process is there. */
export function makeOutbox({ database: { knex }, secrets, now }: Parts) {
  async function add({ to, userId, subject, text, html, link }: Mail): Promise<void> {
    const id = uuidv7()
    const at = now()
    await knex('mail_outbox').insert({
      id,
      createdAt: at,
      updatedAt: at,
      recipient: to,
      userId,
      subject,
      contentEncrypted: secrets.encrypt(JSON.stringify({ text, html, link }), belongsTo(id)),
      status: 'waiting',
      attempts: 0,
      dueAt: at,
    })
  }

  function nextDue(): Promise<Row | undefined> {
    const at = now()
    return knex('mail_outbox')
      .where({ status: 'waiting' })
      .where('dueAt', '<=', at)
      .orderBy(['dueAt', 'id'])
      .first<Row | undefined>('id', 'recipient', 'userId', 'subject', 'contentEncrypted', 'status', 'attempts', 'createdAt')
  }

  /** The mail that is due the longest, for `leaseMs`; null where none is. Who dies with it leaves it due again then. */
  async function claim(leaseMs: number): Promise<ClaimedMail | null> {
    for (let row = await nextDue(); row; row = await nextDue()) {
      const attempts = row.attempts + 1
      const at = now()
      // Every claim adds an attempt: who sees another number of them than before has come too late.
      const taken = await knex('mail_outbox')
        .where({ id: row.id, status: 'waiting', attempts: row.attempts })
        .update({ attempts, dueAt: new Date(at.getTime() + leaseMs), updatedAt: at })
      if (taken === 0) continue
      const content = read(row)
      if (content)
        return {
          id: row.id,
          attempts,
          createdAt: readInstant(row.createdAt),
          mail: { to: row.recipient, userId: row.userId, subject: row.subject, ...content },
        }
      await end({ id: row.id, attempts }, 'failed', 'It was encrypted with another key of secrets.')
    }
    return null
  }

  function read({ id, contentEncrypted }: Row) {
    try {
      return contentEncrypted && contentSchema.parse(JSON.parse(secrets.decrypt(contentEncrypted, belongsTo(id))))
    } catch {
      return null
    }
  }

  /** Only by whom it was claimed last. */
  const claimed = ({ id, attempts }: Pick<ClaimedMail, 'id' | 'attempts'>) =>
    knex('mail_outbox').where({ id, attempts, status: 'waiting' })

  async function end(mail: Pick<ClaimedMail, 'id' | 'attempts'>, status: 'sent' | 'failed', failure: string | null) {
    const at = now()
    const sentAt = status === 'sent' ? at : null
    await claimed(mail).update({ status, failure, sentAt, contentEncrypted: null, updatedAt: at })
  }

  return {
    add,
    claim,
    sent: (mail: ClaimedMail) => end(mail, 'sent', null),
    giveUp: (mail: ClaimedMail, failure: string) => end(mail, 'failed', failure),
    async retry(mail: ClaimedMail, waitMs: number, failure: string): Promise<void> {
      const at = now()
      await claimed(mail).update({ dueAt: new Date(at.getTime() + waitMs), failure, updatedAt: at })
    },
  }
}
