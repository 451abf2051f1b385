import { conversationStatusSchema, participantRoles, type ConversationStatus, type ParticipantRole } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Actor } from '../context.ts'
import { abilitiesOnComment, may } from './index.ts'

const [ada, grace] = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002']
const actor = (userId: string): Actor => ({
  kind: 'user',
  userId,
  name: 'Ada',
  role: 'user',
  sessionId: 'session',
  confirmedAt: new Date(),
})
const row = (role: ParticipantRole, status: ConversationStatus = 'active') => ({
  conversation: { status },
  role,
  comment: { authorId: ada, parentId: null as string | null, deletedBy: null as string | null },
})

it('One’s own comment is changed and settled by who may comment, and taken back by every role', () => {
  const abilities = Object.fromEntries(participantRoles.map((role) => [role, abilitiesOnComment(actor(ada), row(role))]))
  const all = ['comment:edit', 'comment:delete', 'comment:resolve']
  expect(abilities).toEqual({ owner: all, editor: all, commenter: all, viewer: ['comment:delete'] })
})

it('Others’ comments are settled by who may write, and deleted by the owner', () => {
  const abilities = Object.fromEntries(participantRoles.map((role) => [role, abilitiesOnComment(actor(grace), row(role))]))
  expect(abilities).toEqual({
    owner: ['comment:delete', 'comment:resolve'],
    editor: ['comment:resolve'],
    commenter: [],
    viewer: [],
  })
  expect(abilitiesOnComment({ kind: 'anonymous' }, row('viewer'))).toEqual([])
})

it('A thread is settled at its beginning, by nobody at an answer', () => {
  const answer = { ...row('owner'), comment: { authorId: ada, parentId: grace, deletedBy: null } }
  expect(abilitiesOnComment(actor(ada), answer)).toEqual(['comment:edit', 'comment:delete'])
  expect(abilitiesOnComment(actor(grace), answer)).toEqual(['comment:delete'])
})

it('Nothing is written while the conversation is not active; what one wrote can be taken back', () => {
  for (const status of conversationStatusSchema.options.filter((one) => one !== 'active')) {
    for (const role of participantRoles) {
      expect(may(actor(grace), 'comment:create', row(role, status))).toBe(false)
      expect(abilitiesOnComment(actor(ada), row(role, status))).toEqual(['comment:delete'])
    }
  }
})

it('A deleted comment is brought back by its author where they deleted it themselves, and by the owner', () => {
  for (const role of participantRoles) {
    for (const deletedBy of [ada, grace, null]) {
      const gone = { ...row(role), comment: { authorId: ada, parentId: null, deletedBy } }
      expect(may(actor(ada), 'comment:restore', gone)).toBe(role === 'owner' || deletedBy === ada)
      expect(may(actor(grace), 'comment:restore', gone)).toBe(role === 'owner')
    }
  }
})
