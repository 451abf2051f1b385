import { z } from 'zod'

/** A UUID as stored: lower case, 36 characters. */
export const idSchema = z.uuid().lowercase()
