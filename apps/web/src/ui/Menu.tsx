import * as Kobalte from '@kobalte/core/dropdown-menu'
import Check from 'lucide-solid/icons/check'
import { createSignal, For, Show, useContext, type JSX } from 'solid-js'
import { Button, type ButtonProps } from './Button.tsx'
import { InDialog } from './inDialog.ts'
import styles from './Menu.module.css'

export function Menu(props: {
  trigger: JSX.Element
  label: string
  children: JSX.Element
  variant?: ButtonProps['variant']
  size?: ButtonProps['size']
  /** To which side it opens where there is room: below, ending with its button, or above, beginning with it. */
  opens?: 'below' | 'above'
  /** Of the button. */
  class?: string | undefined
}) {
  const modal = useContext(InDialog)
  return (
    <Kobalte.Root placement={props.opens === 'above' ? 'top-start' : 'bottom-end'} gutter={6} modal={modal} preventScroll={false}>
      <Kobalte.Trigger
        as={Button}
        variant={props.variant ?? 'plain'}
        size={props.size ?? 'icon'}
        class={props.class}
        aria-label={props.label}
        title={props.label}
      >
        {props.trigger}
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class={styles.content}>{props.children}</Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  )
}

export function MenuItem(props: {
  onSelect: () => void
  /** Stands in its place once it is pressed, and is pressed for it to be done. */
  really?: JSX.Element
  children: JSX.Element
}) {
  const [asked, setAsked] = createSignal(false)
  const select = () => {
    const asks = 'really' in props && !asked()
    setAsked(asks)
    if (!asks) props.onSelect()
  }
  return (
    <Kobalte.Item class={styles.item} onSelect={select} closeOnSelect={!asked()}>
      <Show when={asked()} fallback={props.children}>
        {props.really}
      </Show>
    </Kobalte.Item>
  )
}

export function MenuChoices<T extends string>(props: {
  legend: string
  value: T
  /** A `note` stands small below its label. */
  choices: readonly { value: T; label: string; note?: string }[]
  onChoose: (value: T) => void
}) {
  const choose = (value: string) => {
    const choice = props.choices.find((one) => one.value === value)
    if (choice) props.onChoose(choice.value)
  }
  return (
    <Kobalte.Group>
      <Kobalte.GroupLabel class={styles.legend}>{props.legend}</Kobalte.GroupLabel>
      <Kobalte.RadioGroup value={props.value} onChange={choose}>
        <For each={props.choices}>
          {(choice) => (
            <Kobalte.RadioItem class={styles.item} value={choice.value} closeOnSelect>
              <span class={styles.label}>
                {choice.label}
                <Show when={choice.note}>{(note) => <small class={styles.note}>{note()}</small>}</Show>
              </span>
              <Kobalte.ItemIndicator class={styles.mark}>
                <Check size={16} />
              </Kobalte.ItemIndicator>
            </Kobalte.RadioItem>
          )}
        </For>
      </Kobalte.RadioGroup>
    </Kobalte.Group>
  )
}

export function MenuText(props: { children: JSX.Element }) {
  return <div class={styles.text}>{props.children}</div>
}

export function MenuLine() {
  return <Kobalte.Separator class={styles.line} />
}
