import type { UserRole } from '@prologue/contracts'
import { openSession } from '@prologue/shared'
import { buildConversation, buildPrompt, buildTemplate, ctxOf, type World } from '@prologue/shared/testing'
import { buildSomebody, password } from '../strangers/buildBelongings.ts'
import { kindOf } from '../strangers/kinds.ts'

/** Somebody with a conversation, an exchange and a template of their own. */
export async function buildPerson(world: World, role: UserRole) {
  const user = await buildSomebody(world, { role })
  const conversation = await buildConversation(world, { owner: user })
  const prompt = await buildPrompt(world, { conversationId: conversation.id, author: user })
  const template = await buildTemplate(world, { owner: user })
  const ids: Partial<Record<string, string>> = {
    user: user.id,
    conversation: conversation.id,
    draft: conversation.draftId,
    prompt: prompt.id,
    template: template.id,
  }
  const texts: Partial<Record<string, string[]>> = {
    email: [user.email],
    password: [password, 'another long enough password'],
    currentPassword: [password],
    slug: [template.slug],
    name: ['Ada'],
  }
  return {
    /** What a procedure finds by what its fields hold. */
    knownTo: (path: string) => ({
      idFor: (field: string) => ids[kindOf(path, field)] ?? user.id,
      textsFor: (field: string) => texts[field] ?? [],
    }),
    /** Signs in anew: what was called before may have ended the session. */
    async cookie() {
      const { id } = await openSession(ctxOf(world), user.id)
      return `prologue=${id}`
    },
  }
}
