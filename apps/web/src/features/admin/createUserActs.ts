import type { AccountRole, ListedUser } from '@prologue/contracts'
import { describeFailure } from '../../failure.ts'
import { createAct } from '../../ui/createAct.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { createUserCalls } from './userList.ts'

/** The same acts, each of which says how it went; false where it was refused. */
export function createUserActs() {
  const calls = createUserCalls()
  const act = createAct()
  const say = useToasts()

  const attempt = async (work: () => Promise<void>, done: string) => {
    await act.run(work)
    const refused = act.failure()
    say(refused ? describeFailure(refused) : done, { tone: refused ? 'bad' : 'plain' })
    return !refused
  }
  return {
    busy: act.busy,
    unlock: ({ id, name }: ListedUser) => attempt(() => calls.unlock(id), `${name} can sign in again.`),
    endSessions: ({ id, name }: ListedUser) => attempt(() => calls.endSessions(id), `${name} is signed out everywhere.`),
    sendReset: ({ id, name }: ListedUser) =>
      attempt(() => calls.sendReset(id), `${name} is mailed a link for a new password, unless that happened often lately.`),
    disableTwoFactor: ({ id, name }: ListedUser) =>
      attempt(() => calls.disableTwoFactor(id), `${name} signs in by the password alone, and is signed out everywhere.`),
    setRole: ({ id, name }: ListedUser, role: AccountRole) =>
      attempt(() => calls.setRole(id, role), `${name} has a new role, and is signed out everywhere.`),
    remove: ({ id, name }: ListedUser) =>
      attempt(() => calls.remove(id), `The account of ${name} is deleted. You can bring it back until it is purged.`),
    restore: ({ id, name }: ListedUser) => attempt(() => calls.restore(id), `${name} can sign in again.`),
    erase: ({ id, name }: ListedUser) => attempt(() => calls.erase(id), `What told who ${name} was is gone for good.`),
  }
}
export type UserActs = ReturnType<typeof createUserActs>
