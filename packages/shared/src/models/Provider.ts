import type { ProviderKind } from '@prologue/contracts'
import { z } from 'zod'
import { BaseModel } from './BaseModel.ts'

/** A model API that administrators have set up here. */
export class Provider extends BaseModel {
  declare name: string
  declare kind: ProviderKind
  /** Null: where its kind is reached by itself. */
  declare baseUrl: string | null
  declare keyEncrypted: Uint8Array | null
  /** The first is asked where another provider failed. */
  declare models: string[]
  declare enabled: boolean
  declare fallback: boolean
  /** Its place in the order in which providers are offered and fallen back on. */
  declare position: number

  static override tableName = 'providers'
  static override booleans = ['enabled', 'fallback']
  static override json = { models: z.array(z.string()) }
  static override audited = {
    name: 'value',
    kind: 'value',
    baseUrl: 'value',
    keyEncrypted: 'redacted',
    models: 'value',
    enabled: 'value',
    fallback: 'value',
    position: 'value',
  } as const
}
