import type { Participant, ShareRole } from '@prologue/contracts'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import KeyRound from 'lucide-solid/icons/key-round'
import UserMinus from 'lucide-solid/icons/user-minus'
import { Show } from 'solid-js'
import { Menu, MenuChoices, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { givenRoles, roleWords } from '../../ui/roleWords.ts'
import styles from './PeoplePanel.module.css'

/** For who decides about it: another role, the whole conversation, or none of it. */
export function RoleMenu(props: {
  participant: Participant
  onRole: (role: ShareRole) => void
  onHandOver: () => void
  onRemove: () => void
}) {
  const given = (): ShareRole => (props.participant.role === 'owner' ? 'editor' : props.participant.role)
  return (
    <Menu
      label={`${props.participant.person.name}: ${roleWords[props.participant.role]}`}
      size="small"
      class={styles.roleMenu}
      trigger={
        <>
          {roleWords[props.participant.role]}
          <ChevronDown />
        </>
      }
    >
      <MenuChoices legend="Role" value={given()} choices={givenRoles} onChoose={(role) => props.onRole(role)} />
      <MenuLine />
      <Show when={!props.participant.person.guest}>
        <MenuItem onSelect={() => props.onHandOver()}>
          <KeyRound />
          Make them the owner…
        </MenuItem>
      </Show>
      <MenuItem onSelect={() => props.onRemove()}>
        <UserMinus />
        {props.participant.person.guest ? 'Remove…' : 'Remove'}
      </MenuItem>
    </Menu>
  )
}
