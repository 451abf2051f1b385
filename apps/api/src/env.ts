import { join, resolve } from 'node:path'
import type { ModelsConfig } from '@prologue/shared'
import { z } from 'zod'
import type { MailServer } from './mail/makeSender.ts'
import { modelVariables, readModels } from './models/modelVariables.ts'

const loopback = ['localhost', '127.0.0.1', '[::1]']

const publicUrlSchema = z
  .url({ protocol: /^https?$/, error: 'must be a web address such as https://prologue.example' })
  .transform((text) => new URL(text))
  .refine((url) => url.protocol === 'https:' || loopback.includes(url.hostname), {
    error: 'must begin with https:// unless it is localhost: sessions do not travel over an open line',
  })

const wholeNumber = 'must be a whole number in its range: a port to 65535, proxies to 10'

const databaseUrlSchema = z
  .string()
  .regex(/^(mysql:\/\/[^/]+\/.+|sqlite:.+)/, 'must be mysql://user:password@host:3306/database or sqlite:/path/to/file')

const secretKeySchema = z
  .base64('must be 32 random bytes in base64, as `openssl rand -base64 32` prints them')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === 32, 'must be 32 random bytes in base64, as `openssl rand -base64 32` prints them')

const redisUrlSchema = z.string().regex(/^rediss?:\/\/[^/]/, 'must be redis://user:password@host:6379, or rediss:// for TLS')

const smtpUrlSchema = z
  .string()
  .regex(/^smtps?:\/\/[^/]+/, 'must be smtp://user:password@host:587 or smtps://user:password@host:465')

const environmentSchema = z.object({
  PORT: z.coerce.number(wholeNumber).int(wholeNumber).min(0, wholeNumber).max(65_535, wholeNumber).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: publicUrlSchema.optional(),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: databaseUrlSchema.optional(),
  DATABASE_OWNER_URL: databaseUrlSchema.optional(),
  SECRET_KEY: secretKeySchema.optional(),
  REDIS_URL: redisUrlSchema.optional(),
  SMTP_URL: smtpUrlSchema.optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/, 'must be an address such as Prologue <prologue@example.com>')
    .optional(),
  TRUST_PROXY: z.coerce.number(wholeNumber).int(wholeNumber).min(0, wholeNumber).max(10, wholeNumber).default(0),
  METRICS_TOKEN: z
    .string()
    .min(20, 'must be a long random word of 20 letters at least, as `openssl rand -hex 24` prints them')
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  ...modelVariables,
})

/** What the operator has set. Paths are absolute, addresses have no slash at the end. */
export type Env = {
  port: number
  host: string
  /** Where people reach the server; null until the port is known. */
  publicUrl: string | null
  databaseUrl: string
  /** The same database by an account that may change the schema; the same address where there is one account for all. */
  databaseOwnerUrl: string
  /** Where the process keeps what is its own. */
  dataDir: string
  /** The folder of `dataDir` for the archives that people ask for. */
  exportsFolder: string
  /** What secrets in the database are encrypted with; null: the key is in a file of `dataDir`. */
  secretKey: Buffer | null
  /** Where several processes count together; null: each counts by itself. */
  redisUrl: string | null
  /** By which mails are sent, and from whom; null: they are not. */
  mailServer: MailServer | null
  /** Whose models can be asked, and what they may cost. */
  models: Omit<ModelsConfig, 'patience'>
  /** How many proxies in front of the server are its own. */
  trustProxy: number
  /** What whoever reads /metrics must send; null: there are none. */
  metricsToken: string | null
  logLevel: 'debug' | 'info' | 'warn' | 'error'
}

/** @throws Error with a sentence that names every variable that is wrong. */
export function readEnv(variables: Record<string, string | undefined> = process.env): Env {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = environmentSchema.safeParse(set)
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`The configuration is wrong. ${problems.join('; ')}`)
  }
  const env = result.data
  if (env.SMTP_URL !== undefined && env.MAIL_FROM === undefined) {
    throw new Error('The configuration is wrong. MAIL_FROM: must be set with SMTP_URL, to the address that mails come from')
  }
  const dataDir = resolve(env.DATA_DIR)
  const databaseUrl = env.DATABASE_URL ?? `sqlite:${join(dataDir, 'prologue.sqlite')}`
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.origin ?? null,
    databaseUrl,
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? databaseUrl,
    dataDir,
    exportsFolder: join(dataDir, 'exports'),
    secretKey: env.SECRET_KEY ?? null,
    redisUrl: env.REDIS_URL ?? null,
    mailServer: env.SMTP_URL === undefined || env.MAIL_FROM === undefined ? null : { url: env.SMTP_URL, from: env.MAIL_FROM },
    models: readModels(env),
    trustProxy: env.TRUST_PROXY,
    metricsToken: env.METRICS_TOKEN ?? null,
    logLevel: env.LOG_LEVEL,
  }
}
