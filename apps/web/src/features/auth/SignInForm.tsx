import { signInSchema } from '@prologue/contracts'
import { A } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { useSession } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { EmailField } from '../../ui/EmailField.tsx'
import { Form } from '../../ui/Form.tsx'
import { PasswordField } from '../../ui/PasswordField.tsx'
import styles from './SignInForm.module.css'

export function SignInForm(props: { onChallenge: (challenge: string) => void }) {
  const session = useSession()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const form = createForm({
    schema: signInSchema,
    values: () => ({ email: email(), password: password() }),
    send: async (input) => {
      const answer = await api.auth.signIn.mutate(input)
      if (answer.status === 'second-factor') props.onChallenge(answer.challenge)
      else await session.changed()
    },
  })
  return (
    <Form
      form={form}
      whole
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          Sign in
        </Button>
      }
    >
      <EmailField label="E-mail" autocomplete="username" value={email()} error={form.wrong('email')} onInput={setEmail} />
      <div class={styles.password}>
        <PasswordField
          label="Password"
          autocomplete="current-password"
          value={password()}
          error={form.wrong('password')}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <A href="/forgot" class={styles.forgot}>
          Forgot it?
        </A>
      </div>
    </Form>
  )
}
