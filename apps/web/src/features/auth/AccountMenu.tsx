import { personColour } from '@prologue/contracts'
import LogOut from 'lucide-solid/icons/log-out'
import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Menu, MenuItem, MenuLine, MenuText } from '../../ui/Menu.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useSession } from './session.tsx'

export function AccountMenu() {
  const session = useSession()
  const navigate = useNavigate()
  const say = useToasts()
  const signOut = async () => {
    try {
      await api.auth.signOut.mutate()
      navigate('/')
      await session.changed()
    } catch (error) {
      say(`You are still signed in. ${describeFailure(error)}`, { tone: 'bad' })
    }
  }
  return (
    <Show when={session.account()}>
      {(account) => (
        <Menu label="Account" trigger={<Avatar person={{ name: account().name, colour: personColour(account().id) }} />}>
          <MenuText>
            <strong>{account().name}</strong>
            <br />
            {account().email}
          </MenuText>
          <MenuLine />
          <MenuItem onSelect={() => void signOut()}>
            <LogOut />
            Sign out
          </MenuItem>
        </Menu>
      )}
    </Show>
  )
}
