import { byAccountRole } from './accounts.ts'
import type { Rule } from './rule.ts'

/** Who has the process has its database: the command line reads what administrators read. */
const processToo =
  (rule: Rule): Rule =>
  (actor) =>
    actor.kind === 'system' || rule(actor)

export const adminRules = {
  'admin:read-activity': byAccountRole('admin:read-activity'),
  'admin:acknowledge-alerts': byAccountRole('admin:acknowledge-alerts'),
  'admin:read-reports': processToo(byAccountRole('admin:read-reports')),
  'admin:read-mail': byAccountRole('admin:read-mail'),
  'admin:manage-providers': byAccountRole('admin:manage-providers'),
  'admin:manage-jobs': byAccountRole('admin:manage-jobs'),
  'admin:manage-settings': byAccountRole('admin:manage-settings'),
  'admin:manage-content': byAccountRole('admin:manage-content'),
  'template-report:decide': byAccountRole('template-report:decide'),
}
