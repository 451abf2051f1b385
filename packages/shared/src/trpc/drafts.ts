import {
  appliedEditsSchema,
  appliedPromptSchema,
  applyEditsSchema,
  applyPromptSchema,
  dismissEditSchema,
  draftAuthorSchema,
  draftAuthorsSchema,
  draftSectionSchema,
  idSchema,
  reasonSchema,
  setSectionLockSchema,
} from '@prologue/contracts'
import { z } from 'zod'
import {
  applyPrompt,
  applyPromptEdits,
  dismissEdit,
  listAuthors,
  listReasons,
  listSections,
  setSectionLock,
  undoApply,
} from '../drafts/index.ts'
import { limited, procedure, router } from './trpc.ts'

export const draftsRouter = router({
  authors: procedure
    .meta({ policy: 'draft:read' })
    .input(draftAuthorsSchema)
    .output(z.array(draftAuthorSchema))
    .query(({ ctx, input }) => listAuthors(ctx, input)),

  sections: procedure
    .meta({ policy: 'draft:read' })
    .input(z.object({ conversationId: idSchema }))
    .output(z.array(draftSectionSchema))
    .query(({ ctx, input }) => listSections(ctx, input)),

  reasons: procedure
    .meta({ policy: 'draft:read' })
    .input(z.object({ conversationId: idSchema }))
    .output(z.array(reasonSchema))
    .query(({ ctx, input }) => listReasons(ctx, input)),

  setLock: procedure
    .meta({ policy: 'draft:write' })
    .use(limited('change-prompt'))
    .input(setSectionLockSchema)
    .mutation(({ ctx, input }) => setSectionLock(ctx, input)),

  applyPrompt: procedure
    .meta({ policy: 'draft:write' })
    .use(limited('checkpoint'))
    .input(applyPromptSchema)
    .output(appliedPromptSchema)
    .mutation(({ ctx, input }) => applyPrompt(ctx, input)),

  applyEdits: procedure
    .meta({ policy: 'draft:write' })
    .use(limited('checkpoint'))
    .input(applyEditsSchema)
    .output(appliedEditsSchema)
    .mutation(({ ctx, input }) => applyPromptEdits(ctx, input)),

  dismissEdit: procedure
    .meta({ policy: 'draft:write' })
    .use(limited('change-prompt'))
    .input(dismissEditSchema)
    .mutation(({ ctx, input }) => dismissEdit(ctx, input)),

  undoApply: procedure
    .meta({ policy: 'draft:write' })
    .use(limited('checkpoint'))
    .input(z.object({ promptId: idSchema, checkpointId: idSchema }))
    .mutation(({ ctx, input }) => undoApply(ctx, input)),
})
