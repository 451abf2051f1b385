import { z } from 'zod'
import { signUpModes } from './account.ts'
import { alertRulesSchema } from './alerts.ts'
import { limits } from './limits.ts'

const daysError = `Enter a whole number of days from 1 to ${limits.keptDays}.`
const days = z.int(daysError).min(1, daysError).max(limits.keptDays, daysError)
const auditError = `Enter a whole number of days from ${limits.auditDaysMin} to ${limits.keptDays}.`
const budgetError = 'Enter US dollars, a million at most.'

const mailDomainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(limits.email, 'This is no domain of addresses.')
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'Enter domains such as example.com, without an @.')

/** What administrators set for the whole server. */
export const settingsSchema = z.object({
  signUp: z.enum(signUpModes),
  /** Who makes an account without an invitation has an address of one of these; none: any. */
  mailDomains: z.array(mailDomainSchema).max(limits.mailDomains, `There can be ${limits.mailDomains} domains.`),
  /** What stands on top of every page; empty: nothing. */
  announcement: z.string().trim().max(limits.announcement, `An announcement can have ${limits.announcement} characters.`),
  /** Of one person, in micro-USD since midnight UTC; null: as much as they like. */
  dailyBudget: z.int(budgetError).min(0, budgetError).max(1_000_000_000_000, budgetError).nullable(),
  /** After so many days what was deleted is removed for good. */
  deletedDays: days,
  /** Without a word for so many days, a conversation is put away. */
  idleDays: days,
  /** Notices, read or not. */
  noticeDays: days,
  /** What was asked of models and what they answered, in conversations that go on as well; null: as long as these. */
  promptDays: days.nullable(),
  /** The audit, at least; its months go whole, once they are sealed. null: for ever. */
  auditDays: z.int(auditError).min(limits.auditDaysMin, auditError).max(limits.keptDays, auditError).nullable(),
  jobDays: days,
  /** After so many, days of use become months. */
  usageDays: days,
  /** What administrators are warned of. */
  alerts: alertRulesSchema,
})
export type Settings = z.infer<typeof settingsSchema>

/** What is in force until somebody sets it. */
export const usualSettings: Settings = {
  signUp: 'open',
  mailDomains: [],
  announcement: '',
  dailyBudget: 10_000_000,
  deletedDays: 30,
  idleDays: 90,
  noticeDays: 90,
  promptDays: null,
  auditDays: null,
  jobDays: 30,
  usageDays: 400,
  alerts: {
    'failed-sign-ins': { threshold: 20, minutes: 10 },
    'privilege-change': { threshold: 1, minutes: 10 },
    'mass-delete': { threshold: 20, minutes: 10 },
    'mass-export': { threshold: 1_000, minutes: 60 },
    'provider-failures': { threshold: 10, minutes: 10 },
  },
}

/** Those that change; the others stay. */
export const saveSettingsSchema = settingsSchema.partial()
export type SaveSettings = z.infer<typeof saveSettingsSchema>

/** What is in force, and what of it the environment says, so that nobody changes it here. */
export const settingsAnswerSchema = z.object({ values: settingsSchema, fixed: z.array(z.enum(['dailyBudget'])) })
export type SettingsAnswer = z.infer<typeof settingsAnswerSchema>
