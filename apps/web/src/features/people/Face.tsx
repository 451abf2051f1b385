import { type ParticipantRole, personLabel, type Presence } from '@prologue/contracts'
import Crosshair from 'lucide-solid/icons/crosshair'
import { Show } from 'solid-js'
import { Avatar } from '../../ui/Avatar.tsx'
import { Menu, MenuItem, MenuLine, MenuText } from '../../ui/Menu.tsx'
import { roleWords } from '../../ui/roleWords.ts'
import { doingWord } from './doingWord.ts'
import styles from './Presence.module.css'
import type { Following, InDraft } from './Presence.tsx'

/** One who is here: dimmed while idle, with a live mark while writing. */
export function Face(props: {
  person: Presence
  role: ParticipantRole | undefined
  where?: InDraft | undefined
  following: Following | undefined
}) {
  const doing = () => doingWord(props.person, props.where?.writing)
  const where = () => props.where?.section && `in “${props.where.section}”`
  const told = () => [personLabel(props.person), props.role && roleWords[props.role], doing(), where()].filter(Boolean).join(', ')
  const followed = () => props.following?.id === props.person.id
  return (
    <Menu
      label={told()}
      class={styles.face}
      trigger={
        <span class={styles.mark} data-idle={props.person.idle ? '' : undefined} data-followed={followed() ? '' : undefined}>
          <Avatar person={props.person} />
          <Show when={props.person.typing || props.where?.writing}>
            <span class={styles.typing} />
          </Show>
        </span>
      }
    >
      <MenuText>
        <strong>{props.person.name}</strong>
        {props.person.guest ? ' guest' : ''}
        <br />
        {props.role ? `${roleWords[props.role]} · ` : ''}
        {doing()}
        <Show when={where()}>
          {(words) => (
            <>
              <br />
              {words()}
            </>
          )}
        </Show>
      </MenuText>
      <Show when={props.following}>
        {(following) => (
          <>
            <MenuLine />
            <MenuItem onSelect={() => following().follow(followed() ? null : props.person.id)}>
              <Crosshair />
              {followed() ? 'Stop following' : 'Follow their cursor'}
            </MenuItem>
          </>
        )}
      </Show>
    </Menu>
  )
}
