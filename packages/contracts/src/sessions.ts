import { z } from 'zod'
import { idSchema } from './ids.ts'

/** One sign-in of the person who asks, in one browser. */
export const sessionSchema = z.object({
  id: idSchema,
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: z.date(),
  /** To the minute. */
  lastSeenAt: z.date(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
})
export type Session = z.infer<typeof sessionSchema>
