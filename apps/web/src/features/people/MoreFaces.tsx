import type { ParticipantRole, Presence } from '@prologue/contracts'
import { Show } from 'solid-js'
import { Avatar } from '../../ui/Avatar.tsx'
import { ById } from '../../ui/ById.tsx'
import { Menu, MenuItem, MenuText } from '../../ui/Menu.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { roleWords } from '../../ui/roleWords.ts'
import { doingWord } from './doingWord.ts'
import styles from './Presence.module.css'
import type { Following } from './Presence.tsx'

/** The rest of those who are here, as a number that opens to their names. */
export function MoreFaces(props: {
  people: readonly Presence[]
  roleOf: (id: string) => ParticipantRole | undefined
  following: Following | undefined
}) {
  const line = (person: Presence) => (
    <>
      <Avatar person={person} size="small" />
      <PersonName person={person} class={styles.name} />
      <span class={styles.meta}>
        <Show when={props.roleOf(person.id)}>{(role) => <>{roleWords[role()]} · </>}</Show>
        {doingWord(person)}
      </span>
    </>
  )
  return (
    <Menu label={`${props.people.length} more here`} class={styles.more} trigger={<>+{props.people.length}</>}>
      <div class={styles.list}>
        <ById each={props.people}>
          {(person) => (
            <Show
              when={props.following}
              fallback={
                <MenuText>
                  <span class={styles.line}>{line(person())}</span>
                </MenuText>
              }
            >
              {(following) => (
                <MenuItem onSelect={() => following().follow(following().id === person().id ? null : person().id)}>
                  {line(person())}
                </MenuItem>
              )}
            </Show>
          )}
        </ById>
      </div>
    </Menu>
  )
}
