import type { DatabaseFinding, JobStatus } from '@prologue/contracts'
import { dataExportsJob } from '../../dataExports/index.ts'
import { readInstant } from '../../database/index.ts'
import { Job } from '../../models/index.ts'
import { counted, type Check, type HealthCtx } from '../check.ts'

type Db = HealthCtx['db']

const days = 2

/** Whether what the server does by itself goes well: jobs that were given up, archives that failed, and mails that did not go out. */
export const checkWork: Check = async ({ db, now }) => {
  const since = new Date(now().getTime() - days * 86_400_000)
  const found: DatabaseFinding[] = []
  const jobs = await givenUp(db, since)
  if (jobs.length > 0) {
    found.push({
      check: 'jobs',
      severity: 'fault',
      says: `Work of the last ${days} days was given up.`,
      remedy: 'See under Jobs why, and have it done again there.',
      about: jobs,
    })
  }
  const archives = await failedArchives(db, since)
  if (archives > 0) {
    found.push({
      check: 'archives',
      severity: 'advice',
      says: `${counted(archives, 'archive')} of people’s data failed in the last ${days} days.`,
      remedy: 'See in the log why. Who asked for one can ask again.',
      about: [],
    })
  }
  const mails = await lostMails(db, since)
  if (mails > 0) {
    found.push({
      check: 'mails',
      severity: 'advice',
      says: `${counted(mails, 'mail')} of the last ${days} days did not go out.`,
      remedy: 'See under Mail what the mail server said.',
      about: [],
    })
  }
  return found
}

/** The names of jobs that were given up and not done since. A kind finds by itself what is left to do, so one run does all of it. */
async function givenUp(db: Db, since: Date): Promise<string[]> {
  const last = async (status: JobStatus, instant: 'beganAt' | 'endedAt') => {
    const jobs = db('jobs').where({ status }).where('dueAt', '>=', since).groupBy('name').orderBy('name')
    const rows = await jobs.max({ at: instant }).select<Last[]>('name')
    return new Map(rows.map(({ name, at }) => [name, at === null ? null : readInstant(at)]))
  }
  const [failed, begun] = [await last('failed', 'endedAt'), await last('completed', 'beganAt')]
  return [...failed].flatMap(([name, at]) => {
    const done = begun.get(name)
    return at && done && done >= at ? [] : [name]
  })
}

type Last = { name: string; at: Date | number | null }

/** As the job told it: it is done where an archive failed, as the others are. */
async function failedArchives(db: Db, since: Date): Promise<number> {
  const jobs = await Job.query(db).where({ name: dataExportsJob, status: 'completed' }).where('dueAt', '>=', since)
  return jobs.reduce((sum, { result }) => sum + Number(result?.['failed'] ?? 0), 0)
}

async function lostMails(db: Db, since: Date): Promise<number> {
  const mails = db('mail_outbox').where({ status: 'failed' }).where('dueAt', '>=', since)
  const [counts] = await mails.count<{ rows: number | string }[]>({ rows: '*' })
  return Number(counts?.rows ?? 0)
}
