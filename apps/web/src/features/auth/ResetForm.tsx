import { resetPasswordSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { failedWith } from '../../failure.ts'
import { useSession } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Form } from '../../ui/Form.tsx'
import { NewPasswordField } from '../../ui/NewPasswordField.tsx'

export function ResetForm(props: { token: string; onDone: () => void; onDeadLink: () => void }) {
  const session = useSession()
  const [password, setPassword] = createSignal('')
  const form = createForm({
    schema: resetPasswordSchema,
    values: () => ({ token: props.token, password: password() }),
    send: async (input) => {
      try {
        await api.auth.resetPassword.mutate(input)
      } catch (error) {
        if (!failedWith(error, 'NOT_FOUND')) throw error
        props.onDeadLink()
        return
      }
      // All sessions have ended, also one of this browser.
      await session.changed()
      props.onDone()
    },
  })
  return (
    <Form
      form={form}
      whole
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          Set the password
        </Button>
      }
    >
      <NewPasswordField
        label="New password"
        value={password()}
        error={form.wrong('password') ?? form.wrong('token')}
        onInput={setPassword}
      />
    </Form>
  )
}
