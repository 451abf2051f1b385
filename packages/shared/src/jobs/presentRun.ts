import type { JobRun } from '@prologue/contracts'
import type { Job } from '../models/index.ts'

export function presentRun({ id, status, attempts, dueAt, beganAt, endedAt, result, failure }: Job): JobRun {
  return { id, status, attempts, dueAt, beganAt, endedAt, result, failure }
}
