import { limits, type JobResult } from '@prologue/contracts'
import { sealAudit, verifyAudit } from '../activity/index.ts'
import { raiseAlerts } from '../alerts/index.ts'
import type { Ctx } from '../context.ts'
import { dataExportsJob, makeDataExports } from '../dataExports/index.ts'
import { foldDrafts } from '../drafts/index.ts'
import { sampleSizes } from '../health/index.ts'
import { forgetMails } from '../mail/index.ts'
import { archiveIdleConversations, foldTemplateUsage, purgeDeleted, purgePrompts, refreshTrending } from '../retention/index.ts'
import { countWords } from '../search/index.ts'
import { sessionsOn } from '../sessions/index.ts'
import { readSettings } from '../settings/index.ts'
import { forgetJobs } from './forgetJobs.ts'
import { latestJobs } from './latestJobs.ts'

/**
 * One sort of work. It may be done again where a process ended before it could say that it was done, so it must find by itself what
 * is left to do.
 */
export type JobKind = {
  /** When it is due, as a cron pattern in UTC. */
  schedule: string
  /** What is due often and takes seconds has a lane of its own, so that it waits for nothing that takes hours. */
  lane?: 'short'
  run(ctx: Ctx): Promise<JobResult>
}

export type JobKinds = Readonly<Record<string, JobKind>>

/** What every server does by itself. The work of the night comes when few people are there, one thing after the other. */
export const jobKinds: JobKinds = {
  'seal-audit': {
    schedule: '*/10 * * * *',
    lane: 'short',
    run: async (ctx) => {
      const { seals, rows } = await sealAudit(ctx)
      return { seals, rows }
    },
  },
  'raise-alerts': {
    schedule: '* * * * *',
    lane: 'short',
    async run(ctx) {
      // No server may have run for a while: from where the last look began.
      const last = await latestJobs(ctx, 'raise-alerts').where({ status: 'completed' }).first()
      return { alerts: await raiseAlerts(ctx, { since: last?.beganAt ?? ctx.now() }) }
    },
  },
  'refresh-trending': { schedule: '5 * * * *', run: async (ctx) => ({ templates: await refreshTrending(ctx) }) },
  // Whoever asks for one has it made at once; by the hour those that are over are taken away.
  [dataExportsJob]: { schedule: '25 * * * *', run: makeDataExports },
  'fold-usage': {
    schedule: '10 2 * * *',
    run: async (ctx) => {
      const { usageDays } = await readSettings(ctx)
      return { days: await foldTemplateUsage(ctx, { olderThanDays: usageDays }) }
    },
  },
  'fold-drafts': { schedule: '15 2 * * *', run: foldDrafts },
  'archive-idle': {
    schedule: '20 2 * * *',
    run: async (ctx) => {
      const { idleDays } = await readSettings(ctx)
      return { conversations: await archiveIdleConversations(ctx, { idleDays }) }
    },
  },
  'purge-prompts': {
    schedule: '25 2 * * *',
    run: async (ctx) => {
      const { promptDays } = await readSettings(ctx)
      return { exchanges: promptDays === null ? 0 : await purgePrompts(ctx, { olderThanDays: promptDays }) }
    },
  },
  'purge-deleted': {
    schedule: '30 2 * * *',
    run: async (ctx) => {
      const { deletedDays, noticeDays } = await readSettings(ctx)
      return purgeDeleted(ctx, { olderThanDays: deletedDays, accountDays: limits.daysDeleted, noticeDays })
    },
  },
  'end-sessions': {
    schedule: '40 2 * * *',
    run: async (ctx) => {
      await sessionsOn(ctx.db).deleteExpiredSessions()
      return {}
    },
  },
  'forget-jobs': {
    schedule: '45 2 * * *',
    run: async (ctx) => {
      const { jobDays } = await readSettings(ctx)
      return { jobs: await forgetJobs(ctx, { olderThanDays: jobDays }) }
    },
  },
  'forget-mails': { schedule: '46 2 * * *', run: async (ctx) => ({ mails: await forgetMails(ctx, { olderThanDays: 7 }) }) },
  'sample-sizes': { schedule: '55 2 * * *', run: async (ctx) => ({ tables: await sampleSizes(ctx) }) },
  // All of it is read: in the quietest hour, after the others.
  'verify-audit': {
    schedule: '0 3 * * *',
    async run(ctx) {
      const { seals, rows, faults } = await verifyAudit(ctx)
      return { seals, rows, faults: faults.length }
    },
  },
  'count-words': {
    schedule: '50 2 * * *',
    run: async (ctx) => {
      await countWords(ctx.database)
      return {}
    },
  },
}
