import { z } from 'zod'
import { idSchema } from './ids.ts'

export const dataExportStates = ['queued', 'running', 'done', 'failed'] as const
export type DataExportState = (typeof dataExportStates)[number]

/** An archive of what somebody has, on its way or ready. */
export const dataExportSchema = z.object({
  id: idSchema,
  state: z.enum(dataExportStates),
  /** Entries that are in it so far, and about how many there will be; 0 before they are counted. */
  entries: z.int().min(0),
  expectedEntries: z.int().min(0),
  /** Of the file; null before it is ready, and so is until when it can be fetched. */
  bytes: z.int().min(0).nullable(),
  expiresAt: z.date().nullable(),
  createdAt: z.date(),
})
export type DataExport = z.infer<typeof dataExportSchema>

/** Where the file of an archive is fetched. */
export const dataExportPath = (id: string) => `/api/exports/${id}`
