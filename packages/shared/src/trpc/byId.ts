import { idSchema } from '@prologue/contracts'
import { z } from 'zod'

/** The input of what is about one thing. */
export const byId = z.object({ id: idSchema })
