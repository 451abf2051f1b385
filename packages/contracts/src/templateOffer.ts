import { z } from 'zod'
import { idSchema } from './ids.ts'

/** A template has one offer at most: who offers it again to somebody else takes the first one back. */
export const offerTemplateSchema = z.object({ templateId: idSchema, userId: idSchema })
