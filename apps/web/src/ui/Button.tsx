import { mergeProps, Show, splitProps, type JSX } from 'solid-js'
import styles from './Button.module.css'
import { Spinner } from './Spinner.tsx'

export type ButtonProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> & {
  /** One `primary` a screen; `plain` has no ground until it is pointed at; `danger` takes something away. */
  variant?: 'primary' | 'quiet' | 'plain' | 'danger'
  size?: 'normal' | 'small' | 'icon'
  /** Shows that the answer is on its way and refuses a second press, without taking the focus away. */
  busy?: boolean
}

export function Button(props: ButtonProps) {
  const merged = mergeProps({ type: 'button', variant: 'quiet', size: 'normal' } as const, props)
  const [own, rest] = splitProps(merged, ['variant', 'size', 'busy', 'class', 'children', 'onClick', 'type'])
  const press: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.busy) {
      event.preventDefault()
      return
    }
    if (typeof own.onClick === 'function') own.onClick(event)
  }
  return (
    <button
      {...rest}
      type={own.type}
      class={`${styles.button} ${own.class ?? ''}`}
      data-variant={own.variant}
      data-size={own.size}
      aria-disabled={own.busy || undefined}
      onClick={press}
    >
      <Show when={own.busy}>
        <Spinner />
      </Show>
      {own.children}
    </button>
  )
}
