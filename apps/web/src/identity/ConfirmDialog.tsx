import { confirmIdentitySchema } from '@prologue/contracts'
import { createSignal, Show } from 'solid-js'
import { api } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { CodeField } from '../ui/CodeField.tsx'
import { createForm } from '../ui/createForm.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { createOwnAccount } from './ownAccount.ts'
import { useSession } from './session.tsx'

/** Asks for what signing in asks for: a browser left open is not yet its person. */
export default function ConfirmDialog(props: { onConfirmed: () => void; onClose: () => void }) {
  const session = useSession()
  const own = createOwnAccount(() => true)
  const twoFactor = () => (own.isPending ? false : (own.data?.twoFactor.enabled ?? false))
  const [password, setPassword] = createSignal('')
  const [code, setCode] = createSignal('')
  const form = createForm({
    schema: confirmIdentitySchema,
    values: () => ({ password: password(), ...(twoFactor() && { code: code() }) }),
    send: async (input) => {
      await api.account.confirmIdentity.mutate(input)
      props.onConfirmed()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title="Confirm that it is you"
      description="This act is worth a second look. For a quarter of an hour you will not be asked again."
    >
      <Form
        form={form}
        buttons={
          <>
            <Button type="submit" variant="primary" busy={form.busy()}>
              Confirm
            </Button>
            <Button variant="plain" onClick={() => props.onClose()}>
              Cancel
            </Button>
          </>
        }
      >
        {/* Tells password managers whose password it is. */}
        <input type="text" hidden readonly autocomplete="username" value={session.account()?.email ?? ''} />
        <PasswordField
          label="Password"
          autocomplete="current-password"
          value={password()}
          error={form.wrong('password')}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <Show when={twoFactor()}>
          <CodeField value={code()} error={form.wrong('code')} onInput={setCode} />
        </Show>
      </Form>
    </Dialog>
  )
}
