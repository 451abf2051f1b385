import { deleteAccountSchema, limits, type Belongings } from '@prologue/contracts'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { createLeaving } from '../../identity/createLeaving.ts'
import { useSession } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { EmailField } from '../../ui/EmailField.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { PasswordField } from '../../ui/PasswordField.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import styles from './DeleteSection.module.css'

export function DeleteForm(props: { email: string }) {
  const session = useSession()
  const confirmed = useConfirmed()
  const leave = createLeaving()
  const say = useToasts()
  const owned = useQuery(() => ({
    queryKey: ['account', 'belongings'],
    queryFn: () => api.account.belongings.query(),
    staleTime: 0,
  }))
  const failure = createFailure(owned)
  const belongings = () => (owned.isPending ? undefined : owned.data)
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const form = createForm({
    schema: deleteAccountSchema,
    values: () => ({ email: email(), password: password() }),
    send: async (input) => {
      const personId = session.account()?.id ?? ''
      await confirmed(() => api.account.delete.mutate(input))
      say(`Your account is deleted. For ${limits.daysDeleted} days an administrator can bring it back.`)
      await leave(personId)
    },
  })
  return (
    <>
      <Show
        when={belongings()}
        fallback={
          <Show when={failure()} fallback={<Skeleton width="100%" height="7rem" />} keyed>
            {(error) => <FormFailure error={error} />}
          </Show>
        }
      >
        {(counts) => <WhatGoes counts={counts()} />}
      </Show>
      <Form
        form={form}
        label="Delete your account"
        buttons={
          <Button type="submit" variant="danger" busy={form.busy()} disabled={belongings() === undefined}>
            Delete my account
          </Button>
        }
      >
        <EmailField
          label="Your e-mail, typed out"
          hint={`Type ${props.email} to show that you mean it.`}
          autocomplete="username"
          value={email()}
          error={form.wrong('email')}
          onInput={setEmail}
        />
        <PasswordField
          label="Your password"
          autocomplete="current-password"
          value={password()}
          error={form.wrong('password')}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </Form>
    </>
  )
}

/** What becomes of what the account owns, and of what was written with others. */
function WhatGoes(props: { counts: Belongings }) {
  return (
    <div class={styles.before}>
      <ul>
        <li>{owns(props.counts.conversations, 'conversation', 'with other people', props.counts.sharedConversations)}</li>
        <li>
          {owns(props.counts.templates, 'template', 'public', props.counts.publicTemplates)}
          {props.counts.templates > 0 ? ' Copies that others made of them stay.' : ''}
        </li>
        <li>What you wrote in conversations of others stays there, as by “Deleted user” once your account is gone.</li>
      </ul>
      <p>Should others need something of it, hand it over first: a conversation under its people, a template on its page.</p>
    </div>
  )
}

function owns(count: number, noun: string, special: string, ofThem: number): string {
  if (count === 0) return `You own no ${noun}.`
  const among = ofThem === 0 ? '' : `, ${ofThem.toLocaleString('en')} of them ${special}`
  return `You own ${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}${among}: hidden from everybody at once, and gone with your account.`
}
