import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Conversation, Prompt } from '../models/index.ts'
import { messageOf } from './readBranches.ts'

type Node = Pick<Prompt, 'id' | 'parentPromptId' | 'messageId' | 'chosen' | 'createdAt' | 'deletedAt'>

/** @throws AppError CONFLICT while an answer is being written in a conversation, which the caller has locked */
export async function expectNoneRunning(tx: Ctx, conversationId: string): Promise<void> {
  const running = await Prompt.with(tx).findOne({ conversationId, status: 'pending' }).select('id')
  if (running) throw new AppError('CONFLICT', 'An answer is being written. Stop it, or wait until it is there.')
}

/**
 * Shows one answer to a message in place of the others, and with it what came before and after it; what came after the others is hidden
 * with them. Of several answers further on the newest is shown. The brief that the branch ends with is in force again. The caller has
 * locked the conversation.
 */
export async function showBranch(tx: Ctx, { id, conversationId }: Pick<Prompt, 'id' | 'conversationId'>): Promise<void> {
  // Deleted ones, too: what comes back is where it was.
  const nodes: Node[] = await Prompt.with(tx)
    .context({ withDeleted: true })
    .where({ conversationId })
    .orderBy(['createdAt', 'id'])
    .select('id', 'parentPromptId', 'messageId', 'chosen', 'createdAt', 'deletedAt')
  const shown = shownWith(nodes, id)
  for (const chosen of [true, false]) {
    const turned = nodes.filter((node) => node.chosen !== chosen && shown.has(node.id) === chosen)
    const ids = turned.map((node) => node.id)
    if (ids.length > 0) await Prompt.with(tx).context({ withDeleted: true }).findByIds(ids).patch({ chosen })
  }
  await putInForce(tx, conversationId)
  tx.afterCommit(() => tx.services.rooms.branchesChanged(conversationId))
}

/** The ids of what is shown once this answer is. */
function shownWith(nodes: readonly Node[], id: string): Set<string> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const answers = Map.groupBy(nodes, messageOf)
  const children = Map.groupBy(nodes, ({ parentPromptId }) => parentPromptId)
  const shown = new Set(nodes.flatMap((node) => (node.chosen ? [node.id] : [])))

  /** One after another, not by recursion: a conversation may be thousands of exchanges long. */
  const spread = (from: string, visit: (node: Node) => boolean) => {
    const waiting = [from]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const of = children.get(next) ?? []
      waiting.push(...of.filter(visit).map((node) => node.id))
    }
  }
  const hide = (node: Node) => {
    shown.delete(node.id)
    return true
  }
  const newest = (node: Node) => {
    const others = answers.get(messageOf(node)) ?? []
    const best = others.findLast(({ deletedAt }) => deletedAt === null) ?? others.at(-1)
    if (best !== node) {
      hide(node)
      spread(node.id, hide)
      return false
    }
    shown.add(node.id)
    return true
  }

  const passed = new Set<string>()
  for (let at = byId.get(id); at && !passed.has(at.id); at = byId.get(at.parentPromptId ?? '')) {
    passed.add(at.id)
    for (const other of answers.get(messageOf(at)) ?? []) {
      if (other === at) continue
      hide(other)
      spread(other.id, hide)
    }
    shown.add(at.id)
  }
  spread(id, newest)
  return shown
}

/** The next message adds to what the last exchange that is shown ended with. */
async function putInForce(tx: Ctx, conversationId: string): Promise<void> {
  const last = await Prompt.with(tx)
    .where({ conversationId, chosen: true })
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(1)
    .first()
    .select('metadata')
  const { brief, interview } = last?.metadata ?? {}
  await Conversation.with(tx)
    .findById(conversationId)
    .patch({ context: { ...(brief && { brief }), ...(interview && { interview }) } })
}
