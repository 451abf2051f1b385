import { z } from 'zod'
import { idSchema } from './ids.ts'
import { personSchema } from './people.ts'

/** What administrators are warned of: much of it in a short time. */
export const alertKinds = ['failed-sign-ins', 'privilege-change', 'mass-delete', 'mass-export', 'provider-failures'] as const
export type AlertKind = (typeof alertKinds)[number]

const thresholdError = 'Enter a whole number from 1 to 1,000,000.'
const minutesError = 'Enter a whole number of minutes from 1 to 1,440.'

/** So many within so many minutes; a threshold of null: never. */
export const alertRuleSchema = z.object({
  threshold: z.int(thresholdError).min(1, thresholdError).max(1_000_000, thresholdError).nullable(),
  minutes: z.int(minutesError).min(1, minutesError).max(1_440, minutesError),
})
export type AlertRule = z.infer<typeof alertRuleSchema>

export const alertRulesSchema = z.object({
  'failed-sign-ins': alertRuleSchema,
  'privilege-change': alertRuleSchema,
  'mass-delete': alertRuleSchema,
  'mass-export': alertRuleSchema,
  'provider-failures': alertRuleSchema,
} satisfies Record<AlertKind, unknown>)
export type AlertRules = z.infer<typeof alertRulesSchema>

export const alertSchema = z.object({
  id: idSchema,
  kind: z.enum(alertKinds),
  /** Who did it, where it was one person; null: anybody, or somebody who is gone. */
  actor: personSchema.nullable(),
  /** Of tries, changes, deleted things, exported rows or failures. */
  count: z.int(),
  firstAt: z.date(),
  lastAt: z.date(),
  /** Null: nobody has yet. `by` is null where they are gone. */
  acknowledged: z.object({ by: personSchema.nullable(), at: z.date() }).nullable(),
})
export type Alert = z.infer<typeof alertSchema>

/** Those that wait for somebody, or those that somebody has acknowledged. */
export const listAlertsSchema = z.object({ acknowledged: z.boolean(), cursor: z.string().max(200).optional() })

const sentences: Record<AlertKind, (count: string, who: string, isOne: boolean) => string> = {
  'failed-sign-ins': (count) => `${count} sign-ins were refused`,
  'privilege-change': (count, who, isOne) => `${who} gave ${isOne ? 'an account another role' : `${count} accounts other roles`}`,
  'mass-delete': (count, who) => `${who} deleted ${count} things`,
  'mass-export': (count, who) => `${who} exported ${count} rows`,
  'provider-failures': (count) => `${count} answers of models failed`,
}

/** What an alert says; `who` did it, where it was one person. */
export function alertSentence({ kind, count }: Pick<Alert, 'kind' | 'count'>, who: string | null): string {
  return sentences[kind](count.toLocaleString('en'), who ?? 'Somebody', count === 1)
}
