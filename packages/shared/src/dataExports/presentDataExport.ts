import type { DataExport as DataExportShape } from '@prologue/contracts'
import type { DataExport } from '../models/index.ts'

export function presentDataExport(row: DataExport): DataExportShape {
  const { id, state, entries, expectedEntries, bytes, expiresAt, createdAt } = row
  return { id, state, entries, expectedEntries, bytes, expiresAt, createdAt }
}
