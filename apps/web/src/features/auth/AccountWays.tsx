import type { Account } from '@prologue/contracts'
import { useNavigate } from '@solidjs/router'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import Database from 'lucide-solid/icons/database'
import Activity from 'lucide-solid/icons/activity'
import Flag from 'lucide-solid/icons/flag'
import ListChecks from 'lucide-solid/icons/list-checks'
import LogOut from 'lucide-solid/icons/log-out'
import Mail from 'lucide-solid/icons/mail'
import Plug from 'lucide-solid/icons/plug'
import Settings from 'lucide-solid/icons/settings'
import UserRound from 'lucide-solid/icons/user-round'
import Users from 'lucide-solid/icons/users'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { createLeaving } from '../../identity/createLeaving.ts'
import { MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { useToasts } from '../../ui/Toasts.tsx'

/** The pages of an account, as far as it may see them, and the way out. */
export function AccountWays(props: { account: Account }) {
  const navigate = useNavigate()
  const say = useToasts()
  const leave = createLeaving()
  const signOut = async (personId: string) => {
    try {
      await api.auth.signOut.mutate()
      await leave(personId)
    } catch (error) {
      say(`You are still signed in. ${describeFailure(error)}`, { tone: 'bad' })
    }
  }
  return (
    <>
      <MenuItem onSelect={() => navigate('/account')}>
        <UserRound />
        Your account
      </MenuItem>
      <Show when={props.account.abilities.includes('admin:read-activity')}>
        <MenuItem onSelect={() => navigate('/admin/activity')}>
          <Activity />
          Activity
        </MenuItem>
      </Show>
      <Show when={props.account.abilities.includes('user:list')}>
        <MenuItem onSelect={() => navigate('/admin/users')}>
          <Users />
          People
        </MenuItem>
      </Show>
      <Show when={props.account.abilities.includes('admin:manage-content')}>
        <MenuItem onSelect={() => navigate('/admin/content')}>
          <ArchiveRestore />
          Content
        </MenuItem>
      </Show>
      <Show when={props.account.abilities.includes('admin:read-mail')}>
        <MenuItem onSelect={() => navigate('/admin/mail')}>
          <Mail />
          Mail
        </MenuItem>
      </Show>
      <Show when={props.account.abilities.includes('admin:manage-providers')}>
        <MenuItem onSelect={() => navigate('/admin/providers')}>
          <Plug />
          Models
        </MenuItem>
      </Show>
      <Show when={props.account.abilities.includes('admin:manage-jobs')}>
        <MenuItem onSelect={() => navigate('/admin/jobs')}>
          <ListChecks />
          Jobs
        </MenuItem>
        <MenuItem onSelect={() => navigate('/admin/database')}>
          <Database />
          Database
        </MenuItem>
      </Show>
      <Show when={props.account.abilities.includes('admin:manage-settings')}>
        <MenuItem onSelect={() => navigate('/admin/settings')}>
          <Settings />
          Settings
        </MenuItem>
      </Show>
      <Show when={props.account.abilities.includes('template-report:decide')}>
        <MenuItem onSelect={() => navigate('/admin/reports')}>
          <Flag />
          Reports
        </MenuItem>
      </Show>
      <MenuLine />
      <MenuItem onSelect={() => void signOut(props.account.id)}>
        <LogOut />
        Sign out
      </MenuItem>
    </>
  )
}
