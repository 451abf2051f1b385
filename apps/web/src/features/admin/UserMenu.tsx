import type { ListedUser } from '@prologue/contracts'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createSignal, Show } from 'solid-js'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import type { UserActs } from './createUserActs.ts'
import { LockDialog } from './LockDialog.tsx'

/** What an administrator seldom does to an account. What hurts is pressed twice, or asks why. */
export function UserMenu(props: { user: ListedUser; own: boolean; acts: UserActs }) {
  const [locking, setLocking] = createSignal(false)
  const isDeleted = () => props.user.deletedAt !== null
  return (
    <>
      <Menu label={`More about ${props.user.name}`} trigger={<Ellipsis />} size="icon">
        <Show
          when={!isDeleted()}
          fallback={
            <>
              <MenuItem onSelect={() => void props.acts.restore(props.user)}>Bring the account back</MenuItem>
              <MenuItem onSelect={() => void props.acts.erase(props.user)} really="Really erase: nobody can take that back">
                Erase for good
              </MenuItem>
            </>
          }
        >
          <Show when={props.user.locked === null}>
            <MenuItem onSelect={() => void props.acts.sendReset(props.user)}>Send a link for a new password</MenuItem>
          </Show>
          <MenuItem onSelect={() => void props.acts.endSessions(props.user)}>Sign out everywhere</MenuItem>
          <Show when={props.user.twoFactor}>
            <MenuItem onSelect={() => void props.acts.disableTwoFactor(props.user)} really="Really turn off two factors">
              Turn off two factors
            </MenuItem>
          </Show>
          <Show when={!props.own}>
            <MenuLine />
            <MenuItem onSelect={() => setLocking(true)}>{props.user.locked ? 'Change why it is locked' : 'Lock'}</MenuItem>
            <MenuItem onSelect={() => void props.acts.remove(props.user)} really="Really delete the account">
              Delete the account
            </MenuItem>
          </Show>
        </Show>
      </Menu>
      <LockDialog user={props.user} open={locking()} onClose={() => setLocking(false)} />
    </>
  )
}
