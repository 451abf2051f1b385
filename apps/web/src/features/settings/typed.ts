import { alertRuleSchema, settingsSchema } from '@prologue/contracts'
import { z } from 'zod'

const typedNumber = z.string().transform((text) => (text.trim() === '' ? Number.NaN : Number(text)))

/** A number of days as it is typed. */
export const typedDays = typedNumber.pipe(settingsSchema.shape.deletedDays)

/** What is too much as it is typed: no threshold, never. */
export const typedRule = z.object({
  threshold: z
    .string()
    .transform((text) => (text.trim() === '' ? null : Number(text)))
    .pipe(alertRuleSchema.shape.threshold),
  minutes: typedNumber.pipe(alertRuleSchema.shape.minutes),
})

/** The same where there may be none: nothing typed is null. */
const numberOrNothing = z.string().transform((text) => (text.trim() === '' ? null : Number(text)))
export const typedPromptDays = numberOrNothing.pipe(settingsSchema.shape.promptDays)
export const typedAuditDays = numberOrNothing.pipe(settingsSchema.shape.auditDays)

/** Domains of addresses with commas or spaces between them. */
export const typedDomains = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .pipe(settingsSchema.shape.mailDomains)

/** US dollars as they are typed, in micro-USD; nothing: without end. */
export const typedBudget = z.string().transform((text, ctx) => {
  const plain = text.replace(/[\s$]/g, '')
  if (plain === '') return null
  if (/^\d{1,6}(\.\d{1,2})?$/.test(plain)) return Math.round(Number(plain) * 1_000_000)
  ctx.addIssue('Enter dollars such as 2.50, or nothing for no limit.')
  return z.NEVER
})
