import { limits, signUpSchema } from '@prologue/contracts'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import styles from './AccountForm.module.css'
import { createAccountForm, focusFirstField } from './createAccountForm.ts'

export function SignUpForm(props: { setupToken: string | undefined }) {
  const [name, setName] = createSignal('')
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const form = createAccountForm({
    schema: signUpSchema,
    values: () => ({
      name: name(),
      email: email(),
      password: password(),
      ...(props.setupToken && { setupToken: props.setupToken }),
    }),
    send: (input) => api.auth.signUp.mutate(input),
  })
  return (
    <form ref={focusFirstField} class={styles.form} onSubmit={form.submit} noValidate>
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
        value={email()}
        error={form.wrong('email')}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <TextField
        label="Password"
        type="password"
        hint={`At least ${limits.passwordMin} characters; 15 or more are better.`}
        autocomplete="new-password"
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
        Create account
      </Button>
    </form>
  )
}
