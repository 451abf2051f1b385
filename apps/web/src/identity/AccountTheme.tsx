import { createEffect, untrack } from 'solid-js'
import { describeFailure } from '../failure.ts'
import { chooseTheme, theme } from '../ui/theme.ts'
import { useToasts } from '../ui/Toasts.tsx'
import { createOwnAccount } from './ownAccount.ts'
import { createPreferenceChange } from './preferences.ts'
import { useSession } from './session.tsx'

/**
 * The theme goes with the account: what was chosen on another device shows here, and what is chosen here is kept there. An
 * account without a choice leaves the browser's alone.
 */
export function AccountTheme() {
  const session = useSession()
  const say = useToasts()
  const change = createPreferenceChange()
  const own = createOwnAccount(() => session.account() !== null)
  const kept = () => (session.account() && !own.isPending ? own.data?.preferences : undefined)

  createEffect(() => {
    const wanted = kept()?.theme
    if (wanted && wanted !== untrack(theme)) chooseTheme(wanted)
  })
  createEffect(() => {
    const chosen = theme()
    const preferences = untrack(kept)
    if (!preferences || (preferences.theme ?? 'system') === chosen) return
    change((before) => ({ ...before, theme: chosen })).catch((error: unknown) =>
      say(`The theme could not be kept. ${describeFailure(error)}`, { tone: 'bad' }),
    )
  })
  return null
}
