import { preferencesSchema, type Preferences, type UserRole } from '@prologue/contracts'
import type { StaticHookArguments } from 'objection'
import type { Ctx } from '../context.ts'
import { BaseModel } from './BaseModel.ts'
import { writeNameParts } from './writeNameParts.ts'

export class User extends BaseModel {
  declare name: string
  declare email: string
  /** Lower case and normalised: what is compared and unique. */
  declare emailCanonical: string
  declare emailVerifiedAt: Date | null
  declare passwordHash: string
  declare role: UserRole
  declare failedSignIns: number
  /** Until when wrong tries keep everybody out. */
  declare lockedUntil: Date | null
  /** Since when an administrator does, and why, in their words. */
  declare lockedAt: Date | null
  declare lockReason: string | null
  declare preferences: Preferences
  /** When everything that tells who it was went; the row stays for what it is named in. */
  declare erasedAt: Date | null
  declare deletedAt: Date | null

  static override tableName = 'users'
  static override softDelete = true
  static override instants = ['emailVerifiedAt', 'lockedUntil', 'lockedAt', 'erasedAt']
  static override json = { preferences: preferencesSchema }
  static override audited = {
    name: 'redacted',
    email: 'redacted',
    passwordHash: 'redacted',
    role: 'value',
    emailVerifiedAt: 'value',
    lockedUntil: 'value',
    lockedAt: 'value',
    lockReason: 'redacted',
    erasedAt: 'value',
    deletedAt: 'value',
  } as const

  static override async afterInsert(args: StaticHookArguments<User>): Promise<void> {
    await super.afterInsert(args)
    const ctx: Ctx = args.context['ctx']
    for (const { id, name } of args.inputItems) await writeNameParts(ctx.db, id, name)
  }

  static override async afterUpdate(args: StaticHookArguments<User>): Promise<void> {
    await super.afterUpdate(args)
    const [written] = args.inputItems
    if (written?.name === undefined) return
    const ctx: Ctx = args.context['ctx']
    const before: { id: string }[] = args.context['before']
    for (const { id } of before) await writeNameParts(ctx.db, id, written.erasedAt ? null : written.name)
  }
}
