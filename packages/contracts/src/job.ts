import { z } from 'zod'

/** A job that failed and is to be tried again waits; `failed` is one that was given up. */
export const jobStatuses = ['waiting', 'running', 'completed', 'failed'] as const
export type JobStatus = (typeof jobStatuses)[number]

/** What a job did: counts and words by name. */
export const jobResultSchema = z.record(z.string(), z.union([z.number(), z.string(), z.boolean()]))
export type JobResult = z.infer<typeof jobResultSchema>
