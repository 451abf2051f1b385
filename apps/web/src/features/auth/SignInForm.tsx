import { signInSchema } from '@prologue/contracts'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import styles from './AccountForm.module.css'
import { createAccountForm, focusFirstField } from './createAccountForm.ts'

export function SignInForm() {
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const form = createAccountForm({
    schema: signInSchema,
    values: () => ({ email: email(), password: password() }),
    send: (input) => api.auth.signIn.mutate(input),
  })
  return (
    <form ref={focusFirstField} class={styles.form} onSubmit={form.submit} noValidate>
      <TextField
        label="E-mail"
        type="email"
        autocomplete="username"
        inputmode="email"
        value={email()}
        error={form.wrong('email')}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <TextField
        label="Password"
        type="password"
        autocomplete="current-password"
        value={password()}
        error={form.wrong('password')}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      <Show when={form.failure()}>
        <p class={styles.failure} role="alert">
          {describeFailure(form.failure())}
        </p>
      </Show>
      <Button type="submit" variant="primary" busy={form.busy()}>
        Sign in
      </Button>
    </form>
  )
}
