import { join } from 'node:path'
import type { Ctx } from '../context.ts'

type Folder = Pick<Ctx, 'services'>

/** Where an archive is while it is written, and where once it is whole: by its lease, so that no two attempts meet. */
export const partialPath = ({ services }: Folder, lease: string) => join(services.exportsFolder, `${lease}.partial`)
export const archivePath = ({ services }: Folder, lease: string) => join(services.exportsFolder, `${lease}.zip`)

/** The lease of a file that is one of ours, else null. */
export function leaseOf(name: string): string | null {
  return /^([0-9a-f-]{36})\.(?:partial|zip)$/.exec(name)?.[1] ?? null
}
