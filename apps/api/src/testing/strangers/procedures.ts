import { permissionSchema, type Judged } from '@prologue/contracts'
import { appRouter } from '@prologue/shared'
import { z } from 'zod'

const judgedSchema: z.ZodType<Judged> = z.union([
  z.object({ policy: permissionSchema }),
  z.object({ policy: z.enum(['public', 'signed-in', 'with-account']), because: z.string() }),
])

const procedureSchema = z.object({
  type: z.enum(['query', 'mutation']),
  meta: judgedSchema,
  inputs: z.array(z.instanceof(z.ZodType)).max(1, 'A procedure has one input; the sweep builds no more.'),
})

export type Procedure = { path: string; type: 'query' | 'mutation'; meta: Judged; input: z.ZodType | undefined }

/** Every procedure there is, read from the router itself: who adds one adds it here, too. */
export const procedures: Procedure[] = Object.entries({ ...appRouter._def.procedures }).map(([path, procedure]) => {
  const { type, meta, inputs } = procedureSchema.parse('_def' in procedure ? procedure._def : null)
  return { path, type, meta, input: inputs[0] }
})
