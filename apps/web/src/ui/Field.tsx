import { children, createUniqueId, Show, splitProps, type JSX } from 'solid-js'
import styles from './Field.module.css'

type Described = { label: string; hint?: JSX.Element; error?: string | undefined }

/** The label above, the hint or what is wrong below; the control is told about both. */
function Field(props: Described & { id: string; children: JSX.Element }) {
  return (
    <div class={styles.field}>
      <label class={styles.label} for={props.id}>
        {props.label}
      </label>
      {props.children}
      <Show
        when={props.error}
        fallback={<Show when={props.hint}>{(hint) => <p id={`${props.id}-note`} class={styles.hint} children={hint()} />}</Show>}
      >
        <p id={`${props.id}-note`} class={styles.error}>
          {props.error}
        </p>
      </Show>
    </div>
  )
}

const own = ['label', 'hint', 'error', 'class'] as const

/** What ties a control to its label and its note. */
function control(id: string, described: Pick<Described, 'hint' | 'error'>) {
  return {
    id,
    class: styles.control,
    'aria-invalid': described.error ? true : undefined,
    'aria-describedby': described.error || described.hint ? `${id}-note` : undefined,
  }
}

/** `end` is a small control within the field, at its end. */
export function TextField(props: Described & JSX.InputHTMLAttributes<HTMLInputElement> & { end?: JSX.Element }) {
  const [described, rest] = splitProps(props, [...own, 'end'])
  const id = createUniqueId()
  const end = children(() => described.end)
  return (
    <Field id={id} label={described.label} hint={described.hint} error={described.error}>
      <div class={styles.line} data-end={end() ? '' : undefined}>
        <input dir="auto" {...rest} {...control(id, described)} />
        <Show when={end()}>
          <div class={styles.end}>{end()}</div>
        </Show>
      </div>
    </Field>
  )
}

export function TextArea(props: Described & JSX.TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const [described, rest] = splitProps(props, own)
  const id = createUniqueId()
  return (
    <Field id={id} label={described.label} hint={described.hint} error={described.error}>
      <textarea dir="auto" {...rest} {...control(id, described)} />
    </Field>
  )
}

export function SelectField(props: Described & JSX.SelectHTMLAttributes<HTMLSelectElement>) {
  const [described, rest] = splitProps(props, own)
  const id = createUniqueId()
  return (
    <Field id={id} label={described.label} hint={described.hint} error={described.error}>
      <select {...rest} {...control(id, described)} />
    </Field>
  )
}
