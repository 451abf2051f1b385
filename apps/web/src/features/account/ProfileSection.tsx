import type { OwnAccount } from '@prologue/contracts'
import { createSignal, Show } from 'solid-js'
import { Section } from '../../ui/Section.tsx'
import { Setting } from '../../ui/Setting.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AddressState } from './AddressState.tsx'
import { EmailForm } from './EmailForm.tsx'
import { NameForm } from './NameForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import styles from './ProfileSection.module.css'

type Part = 'name' | 'email' | 'password'

/** Who one is here, and how one comes in. `mail`: the server sends mail. */
export function ProfileSection(props: { account: OwnAccount | undefined; mail: boolean }) {
  const [open, setOpen] = createSignal<Part>()
  const [said, setSaid] = createSignal('')
  const bind = (part: Part) => ({
    get isOpen() {
      return open() === part
    },
    get disabled() {
      return props.account === undefined
    },
    onToggle: (isOpen: boolean) => {
      setSaid('')
      setOpen(isOpen ? part : undefined)
    },
  })
  const done = (sentence: string) => {
    setOpen(undefined)
    setSaid(sentence)
  }
  return (
    <Section title="Profile" lead="Others see your name. Only you and the administrators see your address.">
      <Setting
        name="Name"
        open="Change"
        {...bind('name')}
        form={<NameForm name={props.account?.name ?? ''} onDone={() => done('Your name is changed.')} />}
      >
        <Show when={props.account} fallback={<Skeleton width="9rem" height="1.5rem" />}>
          {(account) => <span dir="auto">{account().name}</span>}
        </Show>
      </Setting>
      <Setting
        name="E-mail"
        open="Change"
        {...bind('email')}
        form={
          <EmailForm
            onDone={(address) =>
              done(
                props.mail
                  ? `A link went to ${address}. Your address changes when you open it, within an hour.`
                  : `This server sends no mail: its administrator finds the link for ${address} under Mail.`,
              )
            }
          />
        }
      >
        <Show when={props.account} fallback={<Skeleton width="14rem" height="3rem" />}>
          {(account) => (
            <>
              <span>{account().email}</span>
              <AddressState confirmed={account().emailVerified} mail={props.mail} />
            </>
          )}
        </Show>
      </Setting>
      <Setting
        name="Password"
        open="Change"
        {...bind('password')}
        form={
          <PasswordForm
            email={props.account?.email ?? ''}
            onDone={() => done('Your password is changed. All other browsers are signed out.')}
          />
        }
      >
        <span class={styles.soft}>Changing it signs out all other browsers.</span>
      </Setting>
      <p class={styles.said} role="status">
        {said()}
      </p>
    </Section>
  )
}
