import { signUpSchema } from '@prologue/contracts'
import { createSignal, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { useSession } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { EmailField } from '../../ui/EmailField.tsx'
import { Form } from '../../ui/Form.tsx'
import { NameField } from '../../ui/NameField.tsx'
import { NewPasswordField } from '../../ui/NewPasswordField.tsx'

export function SignUpForm(props: {
  setupToken?: string | undefined
  /** The address that was invited, and what proves it. */
  invited?: { email: string; token: string }
  onMailed?: (address: string) => void
}) {
  const session = useSession()
  const [name, setName] = createSignal('')
  const [email, setEmail] = createSignal(untrack(() => props.invited?.email ?? ''))
  const [password, setPassword] = createSignal('')
  const form = createForm({
    schema: signUpSchema,
    values: () => ({
      name: name(),
      email: email(),
      password: password(),
      ...(props.setupToken && { setupToken: props.setupToken }),
      ...(props.invited && { invitation: props.invited.token }),
    }),
    send: async (input) => {
      const answer = await api.auth.signUp.mutate(input)
      if (answer.status === 'check-mail') props.onMailed?.(input.email)
      else await session.changed()
    },
  })
  return (
    <Form
      form={form}
      whole
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          Create account
        </Button>
      }
    >
      <NameField label="Name" autocomplete="name" value={name()} error={form.wrong('name')} onInput={setName} />
      <EmailField
        label="E-mail"
        hint={
          props.invited ? 'The invitation is for this address. Others never see it.' : 'To sign in with. Others never see it.'
        }
        fixed={props.invited !== undefined}
        autocomplete="username"
        value={email()}
        error={form.wrong('email')}
        onInput={setEmail}
      />
      <NewPasswordField label="Password" value={password()} error={form.wrong('password')} onInput={setPassword} />
    </Form>
  )
}
