import { byAccount } from './accounts.ts'
import type { Rule } from './rule.ts'

/** Who has the process has its database: the command line reads what administrators read. */
const processToo =
  (rule: Rule): Rule =>
  (actor) =>
    actor.kind === 'system' || rule(actor)

export const adminRules = {
  'admin:read-activity': byAccount('admin:read-activity'),
  'admin:read-reports': processToo(byAccount('admin:read-reports')),
  'admin:read-mail': byAccount('admin:read-mail'),
}
