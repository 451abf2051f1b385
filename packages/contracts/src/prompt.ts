import { z } from 'zod'
import { pageSchema } from './conversation.ts'
import { actSchema, promptEditSchema, questionSchema } from './generation.ts'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { personSchema } from './people.ts'
import { promptAbilitySchema } from './roles.ts'

export const promptStatusSchema = z.enum(['pending', 'completed', 'failed', 'cancelled'])
export type PromptStatus = z.infer<typeof promptStatusSchema>

/**
 * One emoji as people see it, of those recommended for exchange everywhere: a flag or a family of several characters is one, two
 * emoji beside each other are none. Asked of the server alone: not every browser knows the property.
 */
function isEmoji(text: string): boolean {
  return new RegExp('^\\p{RGI_Emoji}$', 'v').test(text)
}
export const emojiSchema = z.string().max(64).refine(isEmoji, 'Choose one emoji.')

/** What people said to an exchange with one emoji, in the order in which the emoji came. */
export const reactionSchema = z.object({
  emoji: z.string(),
  count: z.int(),
  /** Those who came first, at most `limits.reactionNames`. */
  names: z.array(z.string()),
  mine: z.boolean(),
})
export type Reaction = z.infer<typeof reactionSchema>

/** A prompt as the chat shows it. Times in milliseconds, tokens counted, cost in micro-USD or null where unknown. */
export const promptSchema = z.object({
  id: idSchema,
  conversationId: idSchema,
  author: personSchema,
  act: actSchema,
  userInput: z.string(),
  /** The composer's is the whole prompt; a model's is what it says beside its edits. */
  response: z.string(),
  /** Whether the response is a whole prompt that can be written into the draft, not words to whoever asked. */
  whole: z.boolean(),
  edits: z.array(promptEditSchema),
  /** Asked after this answer; null where nothing is left to ask. */
  question: questionSchema.nullable(),
  /** Words of the message that could not be sorted and stand word for word under Context. */
  unsorted: z.array(z.string()),
  status: promptStatusSchema,
  /** Why it failed or was stopped, as a sentence. */
  statusReason: z.string().nullable(),
  provider: z.string(),
  model: z.string(),
  /** As the provider reported it. */
  modelVersion: z.string().nullable(),
  /** Whom this was sent to first, where another had to answer. */
  insteadOf: z.string().nullable(),
  parameters: z.object({ temperature: z.number().optional(), maxTokens: z.int().optional(), language: z.string().optional() }),
  responseTimeMs: z.int().nullable(),
  firstTokenMs: z.int().nullable(),
  tokensIn: z.int().nullable(),
  /** Of `tokensIn`, those the provider had kept. */
  tokensCached: z.int().nullable(),
  tokensOut: z.int().nullable(),
  costMicroUsd: z.int().nullable(),
  rating: z.int().min(1).max(5).nullable(),
  feedback: z.string().nullable(),
  parentId: idSchema.nullable(),
  /** All answers to the same message, the oldest first, this one among them; alone where there is no other. */
  branches: z.array(idSchema).min(1),
  createdAt: z.date(),
  /** When its message was last changed by who wrote it; null where it never was. */
  editedAt: z.date().nullable(),
  reactions: z.array(reactionSchema),
  abilities: z.array(promptAbilitySchema),
})
export type Prompt = z.infer<typeof promptSchema>

/** What somebody writes in the chat. */
export const messageSchema = z
  .string()
  .max(limits.message, `A message can have ${limits.message.toLocaleString('en')} characters. Shorten it, or send it in parts.`)

/** A page by its cursor, a page around an exchange, or with neither the newest. */
export const listPromptsSchema = z.object({
  conversationId: idSchema,
  cursor: z.string().max(200).optional(),
  around: idSchema.optional(),
})

/** Exchanges in the order they happened, with where to read on: `nextCursor` to older ones, `previousCursor` to newer ones. */
export const promptPageSchema = pageSchema(promptSchema).extend({ previousCursor: z.string().nullable() })
export type PromptPage = z.infer<typeof promptPageSchema>

export const editPromptSchema = z.object({
  id: idSchema,
  input: messageSchema.refine((input) => input.trim() !== '', 'Write a few words, or delete the message.'),
})

export const reactSchema = z.object({ id: idSchema, emoji: emojiSchema, on: z.boolean() })

/**
 * What happened in a conversation beside what was written there: somebody joined, saved a checkpoint, or restored one (its name, empty
 * where it had none). Null for `by`: somebody who is gone.
 */
export const systemLineSchema = z.object({
  id: idSchema,
  kind: z.enum(['joined', 'saved', 'restored']),
  by: personSchema.nullable(),
  name: z.string(),
  at: z.date(),
})
export type SystemLine = z.infer<typeof systemLineSchema>
