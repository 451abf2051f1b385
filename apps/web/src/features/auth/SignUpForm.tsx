import { limits, signUpSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { useSession } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { PasswordField } from '../../ui/PasswordField.tsx'

export function SignUpForm(props: { setupToken: string | undefined; onMailed: (address: string) => void }) {
  const session = useSession()
  const [name, setName] = createSignal('')
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const form = createForm({
    schema: signUpSchema,
    values: () => ({
      name: name(),
      email: email(),
      password: password(),
      ...(props.setupToken && { setupToken: props.setupToken }),
    }),
    send: async (input) => {
      const answer = await api.auth.signUp.mutate(input)
      if (answer.status === 'check-mail') props.onMailed(input.email)
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
      <TextField
        label="Name"
        hint="What others see beside your cursor."
        autocomplete="name"
        maxlength={limits.name}
        value={name()}
        error={form.wrong('name')}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <TextField
        label="E-mail"
        type="email"
        hint="To sign in with. Others never see it."
        autocomplete="username"
        inputmode="email"
        maxlength={limits.email}
        value={email()}
        error={form.wrong('email')}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordField
        label="Password"
        hint={`At least ${limits.passwordMin} characters; 15 or more are better.`}
        autocomplete="new-password"
        value={password()}
        error={form.wrong('password')}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
    </Form>
  )
}
