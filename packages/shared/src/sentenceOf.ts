import { z } from 'zod'

/** What a schema says to an issue; undefined where it has no words of its own: those of zod are for programmers. */
export function sentenceOf({ message, ...issue }: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_type') return undefined
  const ofZod = z.config().localeError?.({ ...issue, input: undefined })
  return message === (typeof ofZod === 'object' ? ofZod?.message : ofZod) ? undefined : message
}
