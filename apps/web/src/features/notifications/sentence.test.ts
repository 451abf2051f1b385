import type { Notification } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { leadsTo, sentence } from './sentence.ts'

const notice = (own: Partial<Notification>): Notification => ({
  id: 'n',
  kind: 'invited',
  actor: { id: 'a', name: 'Ada', colour: '#445566', guest: false },
  conversation: { id: 'c', title: 'A shop' },
  template: null,
  role: null,
  commentId: null,
  shareId: null,
  createdAt: new Date(),
  readAt: null,
  ...own,
})

test('an invitation says what it lets one do; one that waits for a yes leads nowhere yet', () => {
  const added = notice({ role: 'editor' })
  expect(sentence(added)).toBe('Ada let you into “A shop”: you can write in the chat and the draft.')
  expect(leadsTo(added)).toBe('/c/c')
  const waiting = notice({ role: 'viewer', shareId: 's' })
  expect(sentence(waiting)).toBe('Ada invites you to “A shop”: you would be able to read.')
  expect(leadsTo(waiting)).toBeNull()
})

test('a mention leads to its comment', () => {
  const mention = notice({ kind: 'mentioned', commentId: 'x' })
  expect(sentence(mention)).toBe('Ada mentioned you in a comment on “A shop”.')
  expect(leadsTo(mention)).toBe('/c/c#comment-x')
})

test('what is out of sight has no name and no way', () => {
  const removed = notice({ kind: 'removed', conversation: null, actor: null })
  expect(sentence(removed)).toBe('Somebody removed you from a conversation.')
  expect(leadsTo(removed)).toBeNull()
})

test('an offer of a template leads to it, as long as it can be seen', () => {
  const about = { conversation: null, template: { id: 't', slug: 'a-shop', title: 'A shop' } }
  const offered = notice({ kind: 'template-offered', ...about })
  expect(sentence(offered)).toBe('Ada wants to hand “A shop” over to you.')
  expect(leadsTo(offered)).toBe('/templates/a-shop')
  const ended = notice({ kind: 'template-offered', conversation: null })
  expect(sentence(ended)).toBe('Ada wants to hand a template over to you.')
  expect(leadsTo(ended)).toBeNull()
})

test('who loses a template to a report is told what became of it, and no name', () => {
  const hidden = notice({
    kind: 'template-hidden',
    actor: null,
    conversation: null,
    template: { id: 't', slug: 'a-shop', title: 'A shop' },
  })
  expect(sentence(hidden)).toBe('A moderator made “A shop” private, because it was reported.')
  expect(sentence({ ...hidden, kind: 'template-version-hidden' })).toBe(
    'A moderator took an older version of “A shop” away from others, because it was reported.',
  )
  expect(sentence({ ...hidden, kind: 'template-review-removed' })).toBe(
    'A moderator took away what you wrote about “A shop”, because it was reported. Your stars stay.',
  )
})
