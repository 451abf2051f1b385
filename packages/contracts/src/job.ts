import { z } from 'zod'
import { idSchema } from './ids.ts'

/** A job that failed and is to be tried again waits; `failed` is one that was given up. */
export const jobStatuses = ['waiting', 'running', 'completed', 'failed'] as const
export type JobStatus = (typeof jobStatuses)[number]

/** What a job did: counts and words by name. */
export const jobResultSchema = z.record(z.string(), z.union([z.number(), z.string(), z.boolean()]))
export type JobResult = z.infer<typeof jobResultSchema>

/** One time that a job was done or is to be done. */
export const jobRunSchema = z.object({
  id: idSchema,
  status: z.enum(jobStatuses),
  attempts: z.int().min(0),
  dueAt: z.date(),
  /** Of the last attempt. */
  beganAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  result: jobResultSchema.nullable(),
  /** Why the last attempt failed. */
  failure: z.string().nullable(),
})
export type JobRun = z.infer<typeof jobRunSchema>

/** What the server does by itself, with its last runs, earlier ones of the last days that failed, and the next; the newest first. */
export const jobSchema = z.object({
  name: z.string(),
  runs: z.array(jobRunSchema),
})
export type Job = z.infer<typeof jobSchema>

export const startJobSchema = z.object({ name: z.string().max(100) })
