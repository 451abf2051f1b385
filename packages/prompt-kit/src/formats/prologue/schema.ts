import { z } from 'zod'
import { portableFields, refinePortable } from '../schema.ts'
import { formatIds } from '../types.ts'

const fields = { ...portableFields, extras: z.record(z.string(), z.record(z.string(), z.unknown())).default({}) }

export const fieldNames: ReadonlySet<string> = new Set(Object.keys(fields))

/** A template as our own files have it, with all of a PortableTemplate. Fields that are not known are kept. */
export const templateSchema = z.looseObject(fields).check(refinePortable)

const known: ReadonlySet<string> = new Set(formatIds)
export const isFormatId = (id: string): id is (typeof formatIds)[number] => known.has(id)
