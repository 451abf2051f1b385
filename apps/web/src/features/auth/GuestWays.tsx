import { useNavigate } from '@solidjs/router'
import LogIn from 'lucide-solid/icons/log-in'
import LogOut from 'lucide-solid/icons/log-out'
import UserPlus from 'lucide-solid/icons/user-plus'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { useSession } from '../../identity/session.tsx'
import { MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { withNext } from './nextPath.ts'

/** What a guest can do about being one. */
export function GuestWays(props: { here: string; onLeave: (() => Promise<void>) | undefined }) {
  const session = useSession()
  const navigate = useNavigate()
  const say = useToasts()
  const signOut = async () => {
    await api.auth.signOut.mutate()
    navigate('/')
    await session.changed()
  }
  const leave = async () => {
    try {
      await (props.onLeave ?? signOut)()
    } catch (error) {
      say(`You are still here. ${describeFailure(error)}`, { tone: 'bad' })
    }
  }
  return (
    <>
      <MenuItem onSelect={() => navigate(withNext('/signup', props.here))}>
        <UserPlus />
        Create account
      </MenuItem>
      <MenuItem onSelect={() => navigate(withNext('/login', props.here))}>
        <LogIn />
        Sign in
      </MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => void leave()}>
        <LogOut />
        Leave
      </MenuItem>
    </>
  )
}
