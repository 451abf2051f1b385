import { alertKinds, type AlertKind, type Settings } from '@prologue/contracts'
import { createSignal, For, untrack } from 'solid-js'
import { z } from 'zod'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import styles from './AlertRules.module.css'
import { createSaving } from './queries.ts'
import { typedRule } from './typed.ts'

const labels: Record<AlertKind, string> = {
  'failed-sign-ins': 'Refused sign-ins',
  'privilege-change': 'Accounts that one person gives another role',
  'mass-delete': 'Things that one person deletes',
  'mass-export': 'Rows that one person exports',
  'provider-failures': 'Answers of models that fail',
}

const schema = z.object({ alerts: z.record(z.enum(alertKinds), typedRule) })

type Typed = Record<AlertKind, z.input<typeof typedRule>>

/** How much of what, and in how short a time, is told to administrators. */
export function AlertRules(props: { settings: Settings }) {
  const typedOf = (kind: AlertKind) => {
    const { threshold, minutes } = props.settings.alerts[kind]
    return { threshold: threshold === null ? '' : `${threshold}`, minutes: `${minutes}` }
  }
  const [typed, setTyped] = createSignal<Typed>(
    untrack(() => ({
      'failed-sign-ins': typedOf('failed-sign-ins'),
      'privilege-change': typedOf('privilege-change'),
      'mass-delete': typedOf('mass-delete'),
      'mass-export': typedOf('mass-export'),
      'provider-failures': typedOf('provider-failures'),
    })),
  )
  const type = (kind: AlertKind, part: Partial<Typed[AlertKind]>) =>
    setTyped((known) => ({ ...known, [kind]: { ...known[kind], ...part } }))
  const form = createForm({ schema, values: () => ({ alerts: typed() }), send: createSaving() })
  return (
    <Form
      form={form}
      unfocused
      label="Alerts"
      buttons={
        <Button type="submit" busy={form.busy()}>
          Save the alerts
        </Button>
      }
    >
      <For each={alertKinds}>
        {(kind) => (
          <fieldset class={styles.rule}>
            <legend>{labels[kind]}</legend>
            <TextField
              label="From how many"
              inputMode="numeric"
              placeholder="Never"
              value={typed()[kind].threshold}
              error={form.wrong(`alerts.${kind}.threshold`)}
              onInput={(event) => type(kind, { threshold: event.currentTarget.value })}
            />
            <TextField
              label="Within minutes"
              inputMode="numeric"
              value={typed()[kind].minutes}
              error={form.wrong(`alerts.${kind}.minutes`)}
              onInput={(event) => type(kind, { minutes: event.currentTarget.value })}
            />
          </fieldset>
        )}
      </For>
    </Form>
  )
}
