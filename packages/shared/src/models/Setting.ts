import { z } from 'zod'
import type { Row } from './audit.ts'
import { BaseModel } from './BaseModel.ts'

/** One thing that administrators have set for the whole server. What it may be stands in contracts, by its name. */
export class Setting extends BaseModel {
  declare name: string
  /** In an object: a word alone is JSON to one driver and no JSON any more to the other. */
  declare value: { is: unknown }

  static override tableName = 'settings'
  static override json = { value: z.object({ is: z.unknown() }) }
  static override audited = {
    name: 'value',
    // People write what they like in an announcement, names as well.
    value: ({ name }: Row) => (name === 'announcement' ? 'digest' : 'value'),
  } as const
}
