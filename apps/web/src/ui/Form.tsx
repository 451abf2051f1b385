import { Show, type JSX } from 'solid-js'
import { focusFirstField, type Form as FormState } from './createForm.ts'
import styles from './Form.module.css'
import { FormFailure } from './FormFailure.tsx'

/** Fields one below the other; what the server refused it with stands above the buttons, and is told to who cannot see it. */
export function Form(props: {
  form: FormState
  children: JSX.Element
  buttons: JSX.Element
  label?: string
  /** The buttons are as wide as the fields: on a page that is nothing but this form. */
  whole?: boolean
  /** There is something to be read before it: its first field does not take the focus. */
  unfocused?: boolean
}) {
  return (
    <form
      ref={(form) => props.unfocused || focusFirstField(form)}
      class={styles.form}
      aria-label={props.label}
      onSubmit={(event) => void props.form.submit(event)}
      noValidate
    >
      {props.children}
      <Show when={props.form.failure()} keyed>
        {(failure) => <FormFailure error={failure} />}
      </Show>
      <div class={styles.buttons} data-whole={props.whole ? '' : undefined}>
        {props.buttons}
      </div>
    </form>
  )
}
