import { z } from 'zod'
import { idSchema } from './ids.ts'

/** A mail that this server wrote and, having no mail server, did not send. */
export const keptMailSchema = z.object({
  id: idSchema,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** Where the mail leads, where it leads anywhere. */
  link: z.string().nullable(),
  createdAt: z.date(),
})
export type KeptMail = z.infer<typeof keptMailSchema>

export const mailStatuses = ['waiting', 'sent', 'failed'] as const
export type MailStatus = (typeof mailStatuses)[number]

/** A mail that is sent by the mail server, without what it says. */
export const outboxMailSchema = z.object({
  id: idSchema,
  recipient: z.string(),
  subject: z.string(),
  /** `failed`: it was given up. */
  status: z.enum(mailStatuses),
  attempts: z.int().min(0),
  /** When it is tried again, where it waits. */
  dueAt: z.date(),
  sentAt: z.date().nullable(),
  /** What went wrong the last time. */
  failure: z.string().nullable(),
  createdAt: z.date(),
})
export type OutboxMail = z.infer<typeof outboxMailSchema>
