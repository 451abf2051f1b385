import { changePasswordSchema } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Form } from '../../ui/Form.tsx'
import { NewPasswordField } from '../../ui/NewPasswordField.tsx'
import { PasswordField } from '../../ui/PasswordField.tsx'
import { sessionsKey } from './sessionList.ts'

export function PasswordForm(props: { email: string; onDone: () => void }) {
  const queryClient = useQueryClient()
  const confirmed = useConfirmed()
  const [currentPassword, setCurrentPassword] = createSignal('')
  const [password, setPassword] = createSignal('')
  const form = createForm({
    schema: changePasswordSchema,
    values: () => ({ currentPassword: currentPassword(), password: password() }),
    send: async (input) => {
      await confirmed(() => api.account.changePassword.mutate(input))
      void queryClient.invalidateQueries({ queryKey: sessionsKey })
      props.onDone()
    },
  })
  return (
    <Form
      form={form}
      label="Change your password"
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          Change the password
        </Button>
      }
    >
      {/* Tells password managers whose password it is. */}
      <input type="text" hidden readonly autocomplete="username" value={props.email} />
      <PasswordField
        label="Current password"
        autocomplete="current-password"
        value={currentPassword()}
        error={form.wrong('currentPassword')}
        onInput={(event) => setCurrentPassword(event.currentTarget.value)}
      />
      <NewPasswordField label="New password" value={password()} error={form.wrong('password')} onInput={setPassword} />
    </Form>
  )
}
