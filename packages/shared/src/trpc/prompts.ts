import {
  editPromptSchema,
  idSchema,
  listPromptsSchema,
  messageSchema,
  promptPageSchema,
  promptSchema,
  reactSchema,
  systemLineSchema,
} from '@prologue/contracts'
import { briefFormSchema } from '@prologue/prompt-kit'
import { z } from 'zod'
import { sendPrompt, stopPrompt } from '../generation/index.ts'
import {
  deletePrompt,
  editPrompt,
  getPrompt,
  listPrompts,
  listSystemLines,
  reactToPrompt,
  restorePrompt,
} from '../prompts/index.ts'
import { byId } from './byId.ts'
import { limited, procedure, router } from './trpc.ts'

const sendSchema = z.object({
  conversationId: idSchema,
  input: messageSchema,
  form: briefFormSchema.optional(),
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
