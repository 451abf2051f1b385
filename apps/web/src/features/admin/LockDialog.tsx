import { limits, lockUserSchema, type ListedUser } from '@prologue/contracts'
import { createSignal, Show, untrack } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { createUserCalls } from './userList.ts'

/** Asks why somebody is kept out. */
export function LockDialog(props: { user: ListedUser; open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => open || props.onClose()}
      title={`Lock the account of ${props.user.name}`}
      description="They are signed out everywhere and cannot sign in until an administrator unlocks the account. What they wrote stays where it is."
    >
      <Show when={props.open}>
        <LockForm user={props.user} onClose={props.onClose} />
      </Show>
    </Dialog>
  )
}

function LockForm(props: { user: ListedUser; onClose: () => void }) {
  const calls = createUserCalls()
  const say = useToasts()
  const [reason, setReason] = createSignal(untrack(() => props.user.locked?.reason ?? ''))
  const form = createForm({
    schema: lockUserSchema,
    values: () => ({ id: props.user.id, reason: reason() }),
    send: async (input) => {
      await calls.lock(input.id, input.reason)
      say(`The account of ${props.user.name} is locked.`)
      props.onClose()
    },
  })
  return (
    <Form
      form={form}
      buttons={
        <>
          <Button type="submit" variant="danger" busy={form.busy()}>
            Lock
          </Button>
          <Button variant="plain" onClick={() => props.onClose()}>
            Cancel
          </Button>
        </>
      }
    >
      <TextField
        label="Why"
        hint="They read it in a mail, and when they try to sign in."
        value={reason()}
        maxLength={limits.lockReason}
        error={form.wrong('reason')}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
    </Form>
  )
}
