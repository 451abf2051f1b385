import {
  actSchema,
  editPromptSchema,
  idSchema,
  listPromptsSchema,
  messageSchema,
  modelChoiceSchema,
  promptPageSchema,
  promptSchema,
  ratePromptSchema,
  reactSchema,
  regenerateSchema,
  systemLineSchema,
} from '@prologue/contracts'
import { briefFormSchema } from '@prologue/prompt-kit'
import { z } from 'zod'
import { regeneratePrompt, sendPrompt, stopPrompt } from '../generation/index.ts'
import {
  choosePrompt,
  deletePrompt,
  editPrompt,
  getPrompt,
  listPrompts,
  listSystemLines,
  ratePrompt,
  reactToPrompt,
  restorePrompt,
} from '../prompts/index.ts'
import { byId } from './byId.ts'
import { limited, procedure, router } from './trpc.ts'

/** The name of a slot of the brief, as a question has it. */
const slotSchema = z.string().min(1).max(50)

/** Without a model the composer answers, which can generate alone. */
const sendSchema = z.object({
  conversationId: idSchema,
  input: messageSchema,
  form: briefFormSchema.optional(),
  act: actSchema.default('generate'),
  model: modelChoiceSchema.optional(),
  /** The message is the answer to the question about this slot. */
  answers: slotSchema.optional(),
  /** The question about this slot is passed over. */
  skips: slotSchema.optional(),
  /** Words that could not be sorted, and the slot they belong to. */
  files: z.object({ words: messageSchema, slot: slotSchema }).optional(),
  /** Into which language the draft is to be translated. */
  language: z.string().trim().min(1).max(50).optional(),
  temperature: z.number().min(0).max(2).optional(),
  maxTokens: z.int().min(1).max(1_000_000).optional(),
})

export const promptsRouter = router({
  list: procedure
    .meta({ policy: 'conversation:read' })
    .input(listPromptsSchema)
    .output(promptPageSchema)
    .query(({ ctx, input }) => listPrompts(ctx, input)),

  systemLines: procedure
    .meta({ policy: 'conversation:read' })
    .input(listPromptsSchema.pick({ conversationId: true }))
    .output(z.array(systemLineSchema))
    .query(({ ctx, input }) => listSystemLines(ctx, input)),

  get: procedure
    .meta({ policy: 'prompt:read' })
    .input(byId)
    .output(promptSchema)
    .query(({ ctx, input }) => getPrompt(ctx, input)),

  send: procedure
    .meta({ policy: 'prompt:create' })
    .use(limited('generation'))
    .input(sendSchema)
    .output(promptSchema)
    .mutation(({ ctx, input }) => sendPrompt(ctx, input)),

  regenerate: procedure
    .meta({ policy: 'prompt:create' })
    .use(limited('generation'))
    .input(regenerateSchema)
    .output(promptSchema)
    .mutation(({ ctx, input }) => regeneratePrompt(ctx, input)),

  choose: procedure
    .meta({ policy: 'prompt:choose' })
    .use(limited('change-prompt'))
    .input(byId)
    .output(promptSchema)
    .mutation(({ ctx, input }) => choosePrompt(ctx, input)),

  rate: procedure
    .meta({ policy: 'prompt:rate' })
    .use(limited('change-prompt'))
    .input(ratePromptSchema)
    .output(promptSchema)
    .mutation(({ ctx, input }) => ratePrompt(ctx, input)),

  stop: procedure
    .meta({ policy: 'prompt:stop' })
    .input(byId)
    .output(promptSchema)
    .mutation(({ ctx, input }) => stopPrompt(ctx, input)),

  edit: procedure
    .meta({ policy: 'prompt:edit' })
    .use(limited('change-prompt'))
    .input(editPromptSchema)
    .output(promptSchema)
    .mutation(({ ctx, input }) => editPrompt(ctx, input)),

  react: procedure
    .meta({ policy: 'prompt:react' })
    .use(limited('change-prompt'))
    .input(reactSchema)
    .output(promptSchema)
    .mutation(({ ctx, input }) => reactToPrompt(ctx, input)),

  delete: procedure
    .meta({ policy: 'prompt:delete' })
    .use(limited('change-prompt'))
    .input(byId)
    .mutation(({ ctx, input }) => deletePrompt(ctx, input)),

  restore: procedure
    .meta({ policy: 'prompt:restore' })
    .use(limited('change-prompt'))
    .input(byId)
    .mutation(({ ctx, input }) => restorePrompt(ctx, input)),
})
