import { personColour } from '@prologue/contracts'
import LogOut from 'lucide-solid/icons/log-out'
import Mail from 'lucide-solid/icons/mail'
import UserRound from 'lucide-solid/icons/user-round'
import Users from 'lucide-solid/icons/users'
import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Menu, MenuItem, MenuLine, MenuText } from '../../ui/Menu.tsx'
import { forgetKeptTexts } from '../../ui/createKeptText.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { useSession } from '../../identity/session.tsx'

export function AccountMenu() {
  const session = useSession()
  const navigate = useNavigate()
  const say = useToasts()
  const forgetCopies = async (personId: string) => {
    try {
      // What drafts are made of is fetched with the first conversation, and not needed on pages before it.
      const { forgetSentCopies } = await import('@prologue/collab/client')
      await forgetSentCopies(personId)
    } catch {
      say('You are signed out, but copies of your drafts are still kept in this browser.', { tone: 'bad' })
    }
  }
  const signOut = async (personId: string) => {
    try {
      await api.auth.signOut.mutate()
      forgetKeptTexts(personId)
      navigate('/')
      // The copies last, when no page of theirs is open any more.
      await session.changed().finally(() => void forgetCopies(personId))
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
          <MenuItem onSelect={() => navigate('/account')}>
            <UserRound />
            Your account
          </MenuItem>
          <Show when={account().abilities.includes('user:list')}>
            <MenuItem onSelect={() => navigate('/admin/users')}>
              <Users />
              People
            </MenuItem>
          </Show>
          <Show when={account().abilities.includes('admin:read-mail') && !session.mail()}>
            <MenuItem onSelect={() => navigate('/admin/mail')}>
              <Mail />
              Mail
            </MenuItem>
          </Show>
          <MenuLine />
          <MenuItem onSelect={() => void signOut(account().id)}>
            <LogOut />
            Sign out
          </MenuItem>
        </Menu>
      )}
    </Show>
  )
}
