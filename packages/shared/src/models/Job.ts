import { jobResultSchema, type JobResult, type JobStatus } from '@prologue/contracts'
import { z } from 'zod'
import { BaseModel } from './BaseModel.ts'

/** Work that the program does by itself, now or at its time. What it changes is in the audit; that it ran is told here. */
export class Job extends BaseModel {
  declare name: string
  /** Of one name and key there is one. */
  declare onceKey: string
  declare payload: Record<string, unknown>
  declare status: JobStatus
  declare attempts: number
  declare dueAt: Date
  /** Of the attempt under way; who has another may not tell how it ended. */
  declare lease: string | null
  declare leasedUntil: Date | null
  declare beganAt: Date | null
  declare endedAt: Date | null
  declare result: JobResult | null
  declare failure: string | null

  static override tableName = 'jobs'
  static override instants = ['dueAt', 'leasedUntil', 'beganAt', 'endedAt']
  static override json = { payload: z.record(z.string(), z.unknown()), result: jobResultSchema.nullable() }
}
