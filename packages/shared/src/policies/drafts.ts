import { byRole } from './conversations.ts'

/** A draft is seen by who sees its conversation, and written by who may write there while it is active. */
export const draftRules = {
  'draft:read': byRole('draft:read'),
  'draft:write': byRole('draft:write'),
  'checkpoint:create': byRole('checkpoint:create'),
}
