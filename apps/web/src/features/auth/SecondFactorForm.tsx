import { confirmSecondFactorSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { useSession } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { CodeField } from '../../ui/CodeField.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Form } from '../../ui/Form.tsx'

/** The second step of a sign-in: the password was right. */
export function SecondFactorForm(props: { challenge: string; onBack: () => void }) {
  const session = useSession()
  const [code, setCode] = createSignal('')
  const form = createForm({
    schema: confirmSecondFactorSchema,
    values: () => ({ challenge: props.challenge, code: code() }),
    send: async (input) => {
      await api.auth.confirmSecondFactor.mutate(input)
      await session.changed()
    },
  })
  return (
    <Form
      form={form}
      whole
      buttons={
        <>
          <Button type="submit" variant="primary" busy={form.busy()}>
            Sign in
          </Button>
          <Button variant="plain" onClick={() => props.onBack()}>
            Begin again
          </Button>
        </>
      }
    >
      <CodeField value={code()} error={form.wrong('code')} onInput={setCode} />
    </Form>
  )
}
