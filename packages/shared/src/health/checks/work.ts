import { counted, type Check } from '../check.ts'

const days = 2

/** Whether what the server does by itself goes well: jobs that were given up, and mails that did not go out. */
export const checkWork: Check = async ({ db, now }) => {
  const since = new Date(now().getTime() - days * 86_400_000)
  const jobs = await db('jobs')
    .where({ status: 'failed' })
    .where('dueAt', '>=', since)
    .distinct()
    .orderBy('name')
    .pluck<string[]>('name')
  const [mails] = await db('mail_outbox')
    .where({ status: 'failed' })
    .where('dueAt', '>=', since)
    .count<{ rows: number | string }[]>({ rows: '*' })
  const lost = Number(mails?.rows ?? 0)
  return [
    ...(jobs.length === 0
      ? []
      : [
          {
            check: 'jobs',
            severity: 'fault' as const,
            says: `Work of the last ${days} days was given up.`,
            remedy: 'See under Jobs why, and have it done again there.',
            about: jobs,
          },
        ]),
    ...(lost === 0
      ? []
      : [
          {
            check: 'mails',
            severity: 'advice' as const,
            says: `${counted(lost, 'mail')} of the last ${days} days did not go out.`,
            remedy: 'See under Mail what the mail server said.',
            about: [],
          },
        ]),
  ]
}
