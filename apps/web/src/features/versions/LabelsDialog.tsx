import { labelNameSchema, limits } from '@prologue/contracts'
import { createSignal, For, Show } from 'solid-js'
import { z } from 'zod'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createForm } from '../../ui/createForm.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFailure } from '../../ui/FormFailure.tsx'
import type { VersionActs } from './createVersionActs.ts'
import styles from './LabelsDialog.module.css'
import type { VersionedTemplate } from './versionedTemplate.ts'

type Props = {
  template: VersionedTemplate
  /** Undefined: the dialog is closed. */
  number: number | undefined
  acts: VersionActs
  onClose: () => void
}

/** The names that point to versions: moves them to this one, saying where they point until then, gives it new ones, removes them. */
export default function LabelsDialog(props: Props) {
  return (
    <Dialog
      open={props.number !== undefined}
      onOpenChange={(open) => !open && props.onClose()}
      title={`Labels for version ${props.number}`}
      description="Who asks for a label gets the version it points to. The label latest always points to the newest."
    >
      <Show when={props.number}>{(number) => <Labels {...props} number={number()} />}</Show>
    </Dialog>
  )
}

function Labels(props: Props & { number: number }) {
  const labels = () => props.template.labels.filter(({ name }) => name !== 'latest')
  return (
    <>
      <Show when={labels().length > 0}>
        <ul class={styles.list}>
          <For each={labels()}>{(label) => <Label {...props} label={label} />}</For>
        </ul>
      </Show>
      <NewLabel {...props} />
    </>
  )
}

function Label(props: Props & { number: number; label: { name: string; number: number } }) {
  const act = createAct()
  const here = () => props.label.number === props.number
  const move = async () => {
    await props.acts.moveLabel(props.label.name, props.number)
    props.onClose()
  }
  const remove = async () => {
    await props.acts.removeLabel(props.label.name)
    props.onClose()
  }
  return (
    <li class={styles.label}>
      <p class={styles.words}>
        <strong class={styles.name}>{props.label.name}</strong>
        <span class={styles.where}>{here() ? 'points to this version' : `points to version ${props.label.number}`}</span>
      </p>
      <div class={styles.ways}>
        <Show when={!here()}>
          <Button
            size="small"
            aria-disabled={act.busy() || undefined}
            aria-label={`Move ${props.label.name} from version ${props.label.number} to version ${props.number}`}
            onClick={() => void act.run(move)}
          >
            Move to version {props.number}
          </Button>
        </Show>
        <Button
          size="small"
          variant="danger"
          aria-disabled={act.busy() || undefined}
          aria-label={`Remove ${props.label.name}`}
          onClick={() => void act.run(remove)}
        >
          Remove
        </Button>
      </div>
      <Show when={act.failure()} keyed>
        {(error) => <FormFailure error={error} />}
      </Show>
    </li>
  )
}

const newLabelSchema = z.object({ name: labelNameSchema })

function NewLabel(props: Props & { number: number }) {
  const pointed = (name: string) => props.template.labels.find((label) => label.name === name)?.number
  const [name, setName] = createSignal('')
  const form = createForm({
    schema: newLabelSchema,
    values: () => ({ name: name().trim() }),
    send: async (input) => {
      await props.acts.moveLabel(input.name, props.number)
      props.onClose()
    },
  })
  /** What one learns before it is done: a label of this name may point elsewhere. */
  const hint = () => {
    const displaced = pointed(name().trim())
    if (displaced === undefined) return pointed('production') === undefined ? 'For example production.' : 'For example beta.'
    return displaced === props.number
      ? 'It points to this version already.'
      : `It points to version ${displaced} now and moves here.`
  }
  return (
    <Form
      form={form}
      buttons={
        <Button type="submit" variant="primary" busy={form.busy()}>
          Add label
        </Button>
      }
    >
      <TextField
        label="New label"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxlength={limits.label}
        value={name()}
        error={form.wrong('name')}
        hint={hint()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
    </Form>
  )
}
