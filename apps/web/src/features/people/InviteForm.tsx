import { limits, type Participant, type Person, type ShareRole } from '@prologue/contracts'
import { createSignal, For, Show } from 'solid-js'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboField, type ComboOption } from '../../ui/ComboField.tsx'
import { createAct } from '../../ui/createAct.ts'
import { SelectField } from '../../ui/Field.tsx'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { givenRoles, roleDeeds, roleWords } from '../../ui/roleWords.ts'
import { createInviteSearch } from './createInviteSearch.ts'
import styles from './PeoplePanel.module.css'
import type { Invited } from './queries.ts'

/** Somebody with an account is found by name and is in at once; anybody else is sent a mail. */
export function InviteForm(props: {
  participants: readonly Participant[]
  /** The server sends mail; else its administrator finds the invitation. */
  mail: boolean
  invite: (whom: Invited, role: ShareRole) => Promise<{ status: 'added' | 'invited' }>
}) {
  const [typed, setTyped] = createSignal('')
  const [chosen, setChosen] = createSignal<Person>()
  const [role, setRole] = createSignal<ShareRole>('editor')
  const [wrong, setWrong] = createSignal<string>()
  const [said, setSaid] = createSignal<{ words: string; of?: { id: string; role: ShareRole } }>()
  const act = createAct()
  const search = createInviteSearch(typed)

  const people = () => (chosen() ? [] : search.people())
  const roleOf = (id: string) => props.participants.find(({ person }) => person.id === id)?.role
  // Somebody who was let in may be given another role, or be removed: then it is not so any more.
  const stillSo = () => {
    const known = said()
    return known && (!known.of || roleOf(known.of.id) === known.of.role) ? known.words : ''
  }
  const options = (): ComboOption[] =>
    people().map((person) => {
      const has = roleOf(person.id)
      return {
        id: person.id,
        disabled: has !== undefined,
        content: (
          <>
            <Avatar person={person} size="small" />
            <span class={styles.name}>{person.name}</span>
            <Show when={has}>{(known) => <span class={styles.meta}>is here · {roleWords[known()]}</span>}</Show>
          </>
        ),
      }
    })
  const choose = (id: string) => {
    const person = people().find((one) => one.id === id)
    if (!person) return
    setTyped(person.name)
    setChosen(person)
    setWrong(undefined)
  }
  const input = (value: string) => {
    setTyped(value)
    setChosen(undefined)
    setWrong(undefined)
    setSaid(undefined)
  }

  const send = async () => {
    const person = chosen()
    const address = search.email()
    const whom = person ? { userId: person.id } : address ? { email: address } : null
    if (!whom) {
      setWrong('Choose somebody from the list, or enter a complete e-mail address.')
      return
    }
    setSaid(undefined)
    const given = role()
    const { status } = await props.invite(whom, given)
    setTyped('')
    setChosen(undefined)
    setSaid(
      status === 'added'
        ? {
            words: `${person?.name ?? address} is in and can ${roleDeeds[given]}.`,
            ...(person && { of: { id: person.id, role: given } }),
          }
        : {
            words: props.mail
              ? `${address} is invited. The invitation lets one person in.`
              : `${address} is invited. This server sends no mail: its administrator finds what it would send under Mail.`,
          },
    )
  }

  return (
    <form
      class={styles.invite}
      aria-label="Invite"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void act.run(send)
      }}
    >
      <ComboField
        label="Invite by name or e-mail"
        value={typed()}
        error={wrong()}
        options={options()}
        note={chosen() ? '' : search.note()}
        maxlength={limits.email}
        onInput={input}
        onChoose={choose}
      />
      <div class={styles.give}>
        <SelectField
          label="Role"
          value={role()}
          onChange={(event) => setRole(givenRoles.find(({ value }) => value === event.currentTarget.value)?.value ?? 'viewer')}
        >
          <For each={givenRoles}>{(one) => <option value={one.value}>{one.label}</option>}</For>
        </SelectField>
        <Button type="submit" variant="primary" busy={act.busy()}>
          Invite
        </Button>
      </div>
      <Show when={act.failure()} keyed>
        {(failure) => <FormFailure error={failure} />}
      </Show>
      <p class={styles.said} role="status">
        {stillSo()}
      </p>
    </form>
  )
}
