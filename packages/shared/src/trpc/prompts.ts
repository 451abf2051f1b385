import { idSchema, limits, pageSchema, promptSchema } from '@prologue/contracts'
import { briefFormSchema } from '@prologue/prompt-kit'
import { z } from 'zod'
import { sendPrompt, stopPrompt } from '../generation/index.ts'
import { deletePrompt, listPrompts, restorePrompt } from '../prompts/index.ts'
import { byId } from './byId.ts'
import { limited, procedure, router } from './trpc.ts'

const sendSchema = z.object({
  conversationId: idSchema,
  input: z
    .string()
    .max(
      limits.message,
      `A message can have ${limits.message.toLocaleString('en')} characters. Shorten it, or send it in parts.`,
    ),
  form: briefFormSchema.optional(),
})

export const promptsRouter = router({
  list: procedure
    .meta({ policy: 'conversation:read' })
    .input(z.object({ conversationId: idSchema, cursor: z.string().max(200).optional() }))
    .output(pageSchema(promptSchema))
    .query(({ ctx, input }) => listPrompts(ctx, input)),

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

  delete: procedure
    .meta({ policy: 'prompt:delete' })
    .input(byId)
    .mutation(({ ctx, input }) => deletePrompt(ctx, input)),

  restore: procedure
    .meta({ policy: 'prompt:restore' })
    .input(byId)
    .mutation(({ ctx, input }) => restorePrompt(ctx, input)),
})
