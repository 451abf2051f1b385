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
