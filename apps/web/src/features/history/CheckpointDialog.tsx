import { saveCheckpointSchema } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useToasts } from '../../ui/Toasts.tsx'

/** Keeps the draft as it is under a name. */
export function CheckpointDialog(props: { conversationId: string; open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title="Keep this state"
      description="The draft as it is now stays in its history under this name."
    >
      <CheckpointForm conversationId={props.conversationId} onClose={() => props.onClose()} />
    </Dialog>
  )
}

function CheckpointForm(props: { conversationId: string; onClose: () => void }) {
  const say = useToasts()
  const [name, setName] = createSignal('')
  const form = createForm({
    schema: saveCheckpointSchema,
    values: () => ({ conversationId: props.conversationId, name: name() }),
    send: async (input) => {
      const kept = await api.checkpoints.save.mutate(input)
      props.onClose()
      say(`“${kept.name}” is kept in the history.`)
    },
  })
  return (
    <Form
      form={form}
      buttons={
        <>
          <Button variant="plain" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={form.busy()}>
            Keep it
          </Button>
        </>
      }
    >
      <TextField
        label="Name of the checkpoint"
        autocomplete="off"
        value={name()}
        error={form.wrong('name')}
        onInput={(event) => setName(event.currentTarget.value)}
      />
    </Form>
  )
}
