import { idSchema, participantRoleSchema, type NotificationKind } from '@prologue/contracts'
import { z } from 'zod'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { User } from './User.ts'

const dataSchema = z.object({
  role: participantRoleSchema.optional(),
  commentId: idSchema.optional(),
  shareId: idSchema.optional(),
})

/** What one person is told. */
export class Notification extends BaseModel {
  declare userId: string
  declare kind: NotificationKind
  declare conversationId: string | null
  declare templateId: string | null
  declare actorId: string | null
  declare data: z.infer<typeof dataSchema>
  declare readAt: Date | null
  declare user?: User

  static override tableName = 'notifications'
  static override relationMappings = () => ({ user: belongsTo(User, 'notifications.userId') })
  static override hiddenWith = ['user']
  static override instants = ['readAt']
  static override json = { data: dataSchema }
  static override audited = { userId: 'value', kind: 'value', conversationId: 'value', templateId: 'value' } as const
}
