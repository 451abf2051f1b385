import { type ParticipantRole, personLabel, type Presence } from '@prologue/contracts'
import Crosshair from 'lucide-solid/icons/crosshair'
import { Show } from 'solid-js'
import { Avatar } from '../../ui/Avatar.tsx'
import { Menu, MenuItem, MenuLine, MenuText } from '../../ui/Menu.tsx'
import { roleWords } from '../../ui/roleWords.ts'
import { doingWord } from './doingWord.ts'
import styles from './Presence.module.css'
import type { Following } from './Presence.tsx'

/** One who is here: dimmed while idle, with a live mark while writing. */
export function Face(props: {
  person: Presence
  role: ParticipantRole | undefined
  where?: string | undefined
  following: Following | undefined
}) {
  const where = () => props.where && `in “${props.where}”`
  const told = () =>
    [personLabel(props.person), props.role && roleWords[props.role], doingWord(props.person), where()].filter(Boolean).join(', ')
  const followed = () => props.following?.id === props.person.id
  return (
    <Menu
      label={told()}
      class={styles.face}
      trigger={
        <span class={styles.mark} data-idle={props.person.idle ? '' : undefined} data-followed={followed() ? '' : undefined}>
          <Avatar person={props.person} />
          <Show when={props.person.typing}>
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
        {doingWord(props.person)}
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
