import { alertSentence, type AlertKind } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { composeMail } from '../mail/index.ts'
import { User, type Alert } from '../models/index.ts'

/** What it may mean, and what to do. */
const advice: Record<AlertKind, string> = {
  'failed-sign-ins':
    'Somebody may be trying passwords. What comes too often from one address, or for one account, is refused by itself.',
  'privilege-change': 'If this was not meant to be, give the old role back under People, and end the sessions of whoever did it.',
  'mass-delete':
    'Deleted conversations and templates can be brought back under Content for as long as the settings keep them; what was removed for good cannot.',
  'mass-export': 'If this was not meant to be, lock the account under People.',
  'provider-failures': 'The pages Providers and Activity tell which, and what they say.',
}

/** Mails every administrator what an alert is of; also who turned mails about conversations off. */
export async function mailAlert(tx: Ctx, alert: Alert): Promise<void> {
  const { publicUrl, mail } = tx.services
  const { kind, actorId, firstAt } = alert
  const admins = await User.with(tx).where({ role: 'admin', lockedAt: null }).whereNotNull('emailVerifiedAt')
  const actor = actorId === null ? undefined : await User.with(tx).context({ withDeleted: true }).findById(actorId).select('name')
  const sentence = alertSentence(alert, actor?.name ?? null)
  tx.afterCommit(() => {
    for (const admin of admins) {
      mail.post(async () =>
        composeMail({
          to: admin,
          subject: subjects[kind],
          before: [`Hello ${admin.name},`, `${sentence}, since ${firstAt.toISOString()}.`, advice[kind]],
          link: { label: 'Look at it', url: `${publicUrl}/admin/activity` },
          after: ['The page tells how much it becomes; you get no second mail about it for a while.'],
        }),
      )
    }
  })
}

const subjects: Record<AlertKind, string> = {
  'failed-sign-ins': 'Many sign-ins are refused',
  'privilege-change': 'A role was changed',
  'mass-delete': 'Much is being deleted',
  'mass-export': 'Much is being exported',
  'provider-failures': 'Answers of models fail',
}
