import { digest } from '../models/index.ts'
import { conversationOwner, promptIdOf } from './conversations.ts'
import { callOf } from './people.ts'
import { uuidAt, type Plan } from './plan.ts'
import type { Random } from './random.ts'
import type { Writing } from './rows.ts'
import { identityOf, versionIdOf } from './templates.ts'
import { capital, writeWords } from './words.ts'

type Values = Record<string, unknown> | null
type Happening = {
  action: string
  entityType: string
  entityId: string | null
  wholeId?: string
  actor: number | null
  oldValues?: Values
  newValues?: Values
  changes?: Values
}
type Tell = (plan: Plan, index: number, random: Random) => Happening

const title = (random: Random) => capital(writeWords(random, 3))

const signing =
  (action: string): Tell =>
  (plan, index, random) => {
    const actor = random.skewed(plan.thereBefore('person', 'audit', index), 2)
    return {
      action,
      entityType: 'users',
      entityId: plan.idOf('person', actor),
      actor: action === 'sign-in-refused' ? null : actor,
    }
  }

const aboutConversation: Tell = (plan, index, random) => {
  const place = random.below(plan.thereBefore('conversation', 'audit', index))
  const actor = conversationOwner(plan, place)
  const id = plan.idOf('conversation', place)
  const about = { entityType: 'conversations', entityId: id, wholeId: id, actor }
  const named = digest(title(random))
  const values = { ownerId: plan.idOf('person', actor), title: named, status: 'active', deletedAt: null }
  if (random.chance(0.6)) return { action: 'create', ...about, newValues: values }
  const before = { ...values, title: digest('Untitled') }
  return {
    action: 'update',
    ...about,
    oldValues: before,
    newValues: values,
    changes: { title: { from: before.title, to: values.title } },
  }
}

const aboutPrompt: Tell = (plan, index, random) => {
  const place = random.below(plan.thereBefore('conversation', 'audit', index))
  const conversationId = plan.idOf('conversation', place)
  const entityId = promptIdOf(plan, place)
  const about = { entityType: 'prompts', entityId, wholeId: conversationId, actor: conversationOwner(plan, place) }
  const pending = {
    conversationId,
    provider: 'composer',
    model: 'composer-1',
    status: 'pending',
  }
  if (random.chance(0.5)) return { action: 'create', ...about, newValues: pending }
  const changes = { status: { from: 'pending', to: 'completed' } }
  return { action: 'update', ...about, oldValues: pending, newValues: { ...pending, status: 'completed' }, changes }
}

const aboutTemplate: Tell = (plan, index, random) => {
  const place = random.below(plan.thereBefore('template', 'audit', index))
  const { owner, category, visibility } = identityOf(plan, place)
  const id = plan.idOf('template', place)
  const about = { entityType: 'templates', entityId: id, wholeId: id, actor: owner }
  const values = { ownerId: plan.idOf('person', owner), title: title(random), category, visibility, tags: [], deletedAt: null }
  if (random.chance(0.5)) return { action: 'create', ...about, newValues: values }
  const deletedAt = new Date(plan.madeAt('audit', index)).toISOString()
  if (random.chance(0.1)) {
    const changes = { deletedAt: { from: null, to: deletedAt } }
    return { action: 'delete', ...about, oldValues: values, newValues: { ...values, deletedAt }, changes }
  }
  const changes = { title: { from: values.title, to: title(random) } }
  return { action: 'update', ...about, oldValues: values, newValues: { ...values, title: changes.title.to }, changes }
}

const aboutVersion: Tell = (plan, index, random) => {
  const place = random.below(plan.thereBefore('template', 'audit', index))
  const templateId = plan.idOf('template', place)
  return {
    action: 'create',
    entityType: 'template_versions',
    entityId: versionIdOf(plan, place, 1),
    wholeId: templateId,
    actor: identityOf(plan, place).owner,
    newValues: { templateId, parentVersionId: null, number: 1, message: '' },
  }
}

/** What happens, with its share of all. */
const happenings: readonly (readonly [number, Tell])[] = [
  [0.12, signing('sign-in')],
  [0.04, signing('sign-out')],
  [0.03, signing('sign-in-refused')],
  [0.16, aboutConversation],
  [0.45, aboutPrompt],
  [0.13, aboutTemplate],
  [0.07, aboutVersion],
]

function happeningAt(share: number): Tell {
  let passed = 0
  for (const [part, tell] of happenings) {
    passed += part
    if (share < passed) return tell
  }
  return aboutPrompt
}

const json = (values: Values | undefined) => (values ? JSON.stringify(values) : null)

/** What was done, in the order it happened. */
export function writeAudit(plan: Plan): Writing {
  return (index, put) => {
    const random = plan.randomOf('audit', index)
    const at = plan.madeAt('audit', index)
    const { action, entityType, entityId, wholeId, actor, ...values } = happeningAt(random.next())(plan, index, random)
    put('audit_logs', {
      id: uuidAt(at, random),
      actorId: actor === null ? null : plan.idOf('person', actor),
      action,
      entityType,
      entityId,
      wholeId: wholeId ?? null,
      oldValues: json(values.oldValues),
      newValues: json(values.newValues),
      changes: json(values.changes),
      ...callOf(random),
      requestId: uuidAt(at, random),
      createdAt: new Date(at),
    })
  }
}
