import { accountAbilitySchema, participantRoles, permissionSchema, userRoles, type ParticipantRole } from '@prologue/contracts'
import { buildParticipant } from '@prologue/shared/testing'
import { expect, it } from 'vitest'
import { onEachServer } from '../testing/onEachServer.ts'
import { inputsOf } from '../testing/strangers/attacks.ts'
import { buildSomebody, buildBelongings, signIn, type Belongings } from '../testing/strangers/buildBelongings.ts'
import { callProcedure } from '../testing/strangers/callProcedures.ts'
import { procedures } from '../testing/strangers/procedures.ts'

/** Who may call what about a conversation they are in; who is in none finds nothing. */
const ofConversations: Record<string, readonly ParticipantRole[]> = {
  'conversations.get': ['owner', 'editor', 'commenter', 'viewer'],
  'conversations.rename': ['owner', 'editor'],
  'conversations.setStatus': ['owner', 'editor'],
  'conversations.markRead': ['owner', 'editor', 'commenter', 'viewer'],
  'conversations.pin': ['owner', 'editor', 'commenter', 'viewer'],
  'conversations.delete': ['owner'],
  'comments.list': ['owner', 'editor', 'commenter', 'viewer'],
  'comments.add': ['owner', 'editor', 'commenter'],
  'comments.edit': ['owner'],
  'comments.delete': ['owner'],
  'comments.resolve': ['owner', 'editor'],
  'comments.reopen': ['owner', 'editor'],
  'prompts.list': ['owner', 'editor', 'commenter', 'viewer'],
  'prompts.systemLines': ['owner', 'editor', 'commenter', 'viewer'],
  'prompts.get': ['owner', 'editor', 'commenter', 'viewer'],
  // Of the owner's own message.
  'prompts.edit': ['owner'],
  'prompts.react': ['owner', 'editor', 'commenter'],
  'prompts.send': ['owner', 'editor'],
  'prompts.regenerate': ['owner', 'editor'],
  'prompts.choose': ['owner', 'editor'],
  'prompts.rate': ['owner', 'editor'],
  'prompts.stop': ['owner', 'editor'],
  'prompts.delete': ['owner'],
  'checkpoints.list': ['owner', 'editor', 'commenter', 'viewer'],
  'checkpoints.get': ['owner', 'editor', 'commenter', 'viewer'],
  'checkpoints.save': ['owner', 'editor'],
  'checkpoints.restore': ['owner', 'editor'],
  'drafts.authors': ['owner', 'editor', 'commenter', 'viewer'],
  'drafts.applyPrompt': ['owner', 'editor'],
  'drafts.reasons': ['owner', 'editor', 'commenter', 'viewer'],
  'drafts.sections': ['owner', 'editor', 'commenter', 'viewer'],
  'drafts.setLock': ['owner', 'editor'],
  'drafts.applyEdits': ['owner', 'editor'],
  'drafts.dismissEdit': ['owner', 'editor'],
  'drafts.undoApply': ['owner', 'editor'],
  'participants.invite': ['owner'],
  'participants.setRole': ['owner'],
  'participants.remove': ['owner'],
  'participants.handOver': ['owner'],
  // The owner is told to hand over first, as one who may ask.
  'participants.leave': ['owner', 'editor', 'commenter', 'viewer'],
  'shares.list': ['owner'],
  'shares.create': ['owner'],
  'shares.revoke': ['owner'],
}

/** Who brings back what they may not see while it is gone: all others are told that there is nothing. */
const restoring: Record<string, readonly string[]> = {
  'conversations.restore': ['owner'],
  'comments.restore': ['owner'],
  'prompts.restore': ['owner'],
  'templates.restore': ['owner', 'admin'],
  'templates.restoreMany': ['owner', 'admin'],
}

const everybody = ['nobody', ...userRoles, 'owner'] as const
type Reader = (typeof everybody)[number]

/** Who may call what about a template that everybody reads. */
const ofTemplates: Record<string, readonly Reader[]> = {
  'templates.get': everybody,
  'templates.versions': everybody,
  'templates.version': everybody,
  'templates.tree': everybody,
  'templates.usage': everybody,
  'interchange.exportTemplates': everybody,
  'templates.rate': ['user', 'moderator', 'admin'],
  'templates.withdrawRating': ['user', 'moderator', 'admin', 'owner'],
  'templates.update': ['owner'],
  'templates.saveVersion': ['owner'],
  'templates.restoreVersion': ['owner'],
  'templates.moveLabel': ['owner'],
  'templates.removeLabel': ['owner'],
  'templates.tag': ['moderator', 'admin', 'owner'],
  'templates.setTags': ['moderator', 'admin', 'owner'],
  'templates.delete': ['owner', 'admin'],
  'templates.deleteMany': ['owner', 'admin'],
  'favourites.add': ['user', 'moderator', 'admin', 'owner'],
  'favourites.remove': ['user', 'moderator', 'admin', 'owner'],
  'ratings.summary': everybody,
  'ratings.reviews': everybody,
  'templateReports.create': ['user', 'moderator', 'admin'],
  'templateReports.createOfReview': ['user', 'moderator', 'admin', 'owner'],
  'templateOffers.create': ['owner'],
  'templateOffers.withdraw': ['owner'],
  'templateDrafts.get': ['owner'],
  'templateDrafts.save': ['owner'],
  'templateDrafts.publish': ['owner'],
  'templateDrafts.discard': ['owner'],
}

const ofSomething =
  /^(checkpoints|comments|conversations|drafts|favourites|interchange|participants|prompts|ratings|shares|templates|templateDrafts|templateOffers|templateReports)\./

const said = ({ policy }: { policy: string }) => permissionSchema.safeParse(policy).success

it('Every procedure about a conversation or a template stands in the table of who may call it', () => {
  const due = procedures.filter(({ path, meta }) => {
    return (
      said(meta) &&
      ofSomething.test(path) &&
      // What is about the server as a whole is judged by the role of the account alone.
      !accountAbilitySchema.safeParse(meta.policy).success
    )
  })
  const listed = Object.keys({ ...ofConversations, ...ofTemplates, ...restoring })
  expect(listed.toSorted()).toEqual(due.map(({ path }) => path).toSorted())
})

onEachServer('what each role may do', ({ url, world }) => {
  /** What a call is refused with, `allowed` where it was let through to be done. */
  async function outcome(path: string, cookie: string, things: Pick<Belongings, 'ids' | 'slug' | 'token'>): Promise<string> {
    const procedure = procedures.find((one) => one.path === path)
    const [built] = procedure ? inputsOf(procedure, things) : []
    // There is none here: who asks for one is told so, whatever their role.
    const asksModel = typeof built === 'object' && built !== null && 'model' in built
    const input = asksModel ? { ...built, model: undefined } : built
    if (!procedure) throw new Error(`There is no ${path}`)
    const caller = { url: url(), cookie, ip: '198.18.0.1' }
    const { error } = await callProcedure(caller, { path, type: procedure.type, input })
    // What is refused for the state something is in was let through by who asks.
    return error === null || error.code === 'CONFLICT' ? 'allowed' : error.code
  }

  it.each(Object.entries(ofConversations))('is one row of the table: %s', { timeout: 120_000 }, async (path, allowed) => {
    const room = await buildBelongings(world(), url())
    const outcomes: Record<string, string> = { nobody: await outcome(path, '', room) }
    const expected: Record<string, string> = { nobody: 'UNAUTHENTICATED' }
    for (const role of userRoles) {
      outcomes[`another ${role}`] = await outcome(path, await cookieOf(role, room), room)
      expected[`another ${role}`] = 'NOT_FOUND'
    }
    // The strongest last: what they may do can be the end of what it is done to.
    for (const role of participantRoles.toReversed()) {
      const guest = role === 'owner' ? null : await buildParticipant(world(), room.ids.conversation, role)
      const { value } = guest ? await signIn(world(), url(), guest) : room.cookie
      outcomes[role] = await outcome(path, value, room)
      expected[role] = allowed.includes(role) ? 'allowed' : 'FORBIDDEN'
    }
    expect(outcomes).toEqual(expected)
  })

  it.each(Object.entries(ofTemplates))('is one row of the table: %s', { timeout: 120_000 }, async (path, allowed) => {
    const maker = await buildBelongings(world(), url())
    const makeIt = (state: object) => world().database.knex('templates').where({ id: maker.ids.template }).update(state)
    await makeIt({ visibility: 'private' })
    for (const reader of everybody.filter((one) => one !== 'owner')) {
      const unknown = reader === 'nobody' && !allowed.includes('nobody') ? 'UNAUTHENTICATED' : 'NOT_FOUND'
      expect([reader, await outcome(path, await cookieOf(reader, maker), maker)]).toEqual([reader, unknown])
    }
    for (const reader of everybody) {
      await makeIt({ visibility: 'public', deletedAt: null })
      const refused = reader === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      const expected = allowed.includes(reader) ? 'allowed' : refused
      expect([reader, await outcome(path, await cookieOf(reader, maker), maker)]).toEqual([reader, expected])
    }
  })

  it.each(Object.entries(restoring))('is one row of the table: %s', { timeout: 120_000 }, async (path, allowed) => {
    const maker = await buildBelongings(world(), url())
    const { deletedComment, deletedConversation, deletedPrompt, deletedTemplate } = maker.ids
    await world().database.knex('templates').where({ id: deletedTemplate }).update({ visibility: 'public' })
    const ids = {
      ...maker.ids,
      comment: deletedComment,
      conversation: deletedConversation,
      prompt: deletedPrompt,
      template: deletedTemplate,
    }
    for (const reader of everybody) {
      const refused = reader === 'nobody' ? 'UNAUTHENTICATED' : 'NOT_FOUND'
      const came = await outcome(path, await cookieOf(reader, maker), { ...maker, ids })
      expect([reader, came]).toEqual([reader, allowed.includes(reader) ? 'allowed' : refused])
      await world().database.knex('templates').where({ id: deletedTemplate }).update({ deletedAt: new Date() })
    }
  })

  async function cookieOf(reader: Reader, maker: Belongings): Promise<string> {
    if (reader === 'nobody') return ''
    if (reader === 'owner') return maker.cookie.value
    const { value } = await signIn(world(), url(), await buildSomebody(world(), { role: reader }))
    return value
  }
})
