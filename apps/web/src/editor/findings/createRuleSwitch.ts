import { createMemo, type Accessor } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { createOwnAccount } from '../../identity/ownAccount.ts'
import { createPreferenceChange } from '../../identity/preferences.ts'
import { useSession } from '../../identity/session.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { sameNames, withRule } from '../../identity/rulesOff.ts'

export type RuleSwitch = {
  /** Names of rules that are switched off for who is here. */
  off: Accessor<readonly string[]>
  /** Undefined for a guest, who has no account to keep it in. */
  turnOff: Accessor<((rule: string) => void) | undefined>
}

/** Which rules find nothing for who is here, and the way to switch one off from where it found something. */
export function createRuleSwitch(): RuleSwitch {
  const say = useToasts()
  const session = useSession()
  const own = createOwnAccount(() => session.account() !== null)
  const change = createPreferenceChange()
  const known = () => (own.isPending ? undefined : own.data)
  // A copy: the query changes its own list in place, which would never differ from itself.
  const off = createMemo((): readonly string[] => [...(known()?.preferences.checker?.off ?? [])], [], { equals: sameNames })
  const set = (rule: string, isOff: boolean) => change((before) => withRule(before, rule, isOff))
  const failed = (error: unknown) => say(`This could not be kept. ${describeFailure(error)}`, { tone: 'bad' })
  const turnOff = async (rule: string) => {
    try {
      await set(rule, true)
      const back = () => void set(rule, false).catch(failed)
      say(`The rule ${rule} is off, in all that you write. Your account lists it.`, { action: { label: 'Undo', run: back } })
    } catch (error) {
      failed(error)
    }
  }
  return { off, turnOff: () => (known() ? (rule) => void turnOff(rule) : undefined) }
}
