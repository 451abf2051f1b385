import { personColour } from '@prologue/contracts'
import { Show } from 'solid-js'
import { useSession } from '../../identity/session.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Menu, MenuLine, MenuText } from '../../ui/Menu.tsx'
import { AccountWays } from './AccountWays.tsx'
import { GuestWays } from './GuestWays.tsx'

/** Who is here, and where they can go from here. */
export function AccountMenu(props: {
  /** Where a guest comes back to when they have signed in; the start, if left out. */
  here?: string
  /** Gives up a guest's place in the conversation on the page. */
  onLeave?: () => Promise<void>
}) {
  const session = useSession()
  return (
    <Show when={session.person()}>
      {(person) => (
        <Menu
          label={session.account() ? 'Account' : 'Guest'}
          trigger={<Avatar person={{ name: person().name, colour: personColour(person().id) }} />}
        >
          <MenuText>
            <strong>{person().name}</strong>
            <br />
            {person().email ?? 'Guest, without an account'}
          </MenuText>
          <MenuLine />
          <Show when={session.account()} fallback={<GuestWays here={props.here ?? '/'} onLeave={props.onLeave} />}>
            {(account) => <AccountWays account={account()} />}
          </Show>
        </Menu>
      )}
    </Show>
  )
}
