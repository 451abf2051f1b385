export {
  countActivity,
  makeAuditMonths,
  retainAudit,
  retainAuditAsSet,
  sealAudit,
  settleActivity,
  verifyAudit,
  type AuditReport,
  type DoneRetention,
  type Fault,
  type Head,
  type ProcessCtx,
} from './activity/index.ts'
export { checkDrift, exportReport, type Drift } from './admin/index.ts'
export { checkBackup, noteBackup, restoreBackup, writeBackup, type Restored } from './backups/index.ts'
export { needsSetup, type Setup } from './auth/index.ts'
export { withTransaction, type Actor, type Ctx, type Logger } from './context.ts'
export { findConversation } from './conversations/index.ts'
export { participantIds, peopleWithAccess } from './participants/index.ts'
export { openDataExport } from './dataExports/index.ts'
export {
  grantsFor,
  isMigrated,
  listMigrations,
  migrate,
  missingGuards,
  openDatabase,
  poolState,
  repairGuards,
  rollback,
  seed,
  type Database,
} from './database/index.ts'
export { authorize } from './policies/index.ts'
export { explain } from './failures.ts'
export { createDraftStore, draftAccess } from './drafts/index.ts'
export { fillDatabase } from './generator/index.ts'
export { failInterrupted, lifeless, makeGenerations, type Generations } from './generation/index.ts'
export {
  addressKey,
  makeRates,
  memoryCounter,
  memoryRates,
  rateTable,
  refuseUnless,
  type Allowance,
  type Counter,
  type Rates,
  type RateName,
} from './rates/index.ts'
export { findProblems } from './health/index.ts'
export { jobKinds, startJobs, type JobKinds } from './jobs/index.ts'
export { makeOutbox, type ClaimedMail, type Mail, type Mails, type Outbox } from './mail/index.ts'
export {
  archiveIdleConversations,
  erasePerson,
  foldTemplateUsage,
  purgeDeleted,
  purgePrompts,
  refreshTrending,
  type Purged,
} from './retention/index.ts'
export { makeModels, type Models, type ModelsConfig } from './providers/index.ts'
export { countWords, rebuildSearch } from './search/index.ts'
export { makeSecrets } from './secrets.ts'
export type { AccessChanges, Rooms, Services } from './services.ts'
export { liveSessions, longestSessionDays, noteSeen, openSession, sessionsOn } from './sessions/index.ts'
export { getTemplatePreview } from './templates/index.ts'
export { makeToken } from './tokens.ts'
export { expectSecretKey } from './twoFactor/index.ts'
export { appRouter, toTrpcError, type AppRouter, type RequestCtx } from './trpc/index.ts'
