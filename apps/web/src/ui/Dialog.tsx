import * as Kobalte from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { createComputed, createMemo, Show, type JSX } from 'solid-js'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'
import { InDialog } from './inDialog.ts'
import { keepFocus } from './keepFocus.ts'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** It is gone and the focus is given back: from here on it can go elsewhere. */
  onClosed?: () => void
  title: string
  description?: JSX.Element
  /** `drawer` slides in from the left edge; `wide` is for text to be compared; `sheet` takes the page, all of it on a phone. */
  shape?: 'normal' | 'wide' | 'drawer' | 'sheet'
  children: JSX.Element
  footer?: JSX.Element
}

/** Keeps the focus inside, gives it back when closed, closes on Escape. */
export function Dialog(props: DialogProps) {
  let opener: Element | null = null
  // Only as it opens: what decides over it may change while it is open, and then something within has the focus.
  const isOpen = createMemo(() => props.open)
  createComputed(() => {
    if (isOpen()) opener = document.activeElement
  })
  const giveBack = (event: Event) => {
    event.preventDefault()
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    props.onClosed?.()
  }
  return (
    // The page behind is held by the style sheet. Held by the library, a menu opened by a key within the dialog would look for what
    // scrolls around its button for ever.
    <Kobalte.Root open={props.open} onOpenChange={(open) => props.onOpenChange(open)} preventScroll={false}>
      <Kobalte.Portal>
        <Kobalte.Overlay class={styles.overlay} />
        <div class={styles.place} data-shape={props.shape ?? 'normal'}>
          <Kobalte.Content
            ref={keepFocus}
            class={styles.content}
            data-shape={props.shape ?? 'normal'}
            onOpenAutoFocus={begin}
            onCloseAutoFocus={giveBack}
          >
            <header class={styles.header}>
              <Kobalte.Title class={styles.title}>{props.title}</Kobalte.Title>
              <Button variant="plain" size="icon" aria-label="Close" onClick={() => props.onOpenChange(false)}>
                <X />
              </Button>
            </header>
            <div class={styles.body}>
              <Show when={props.description}>
                <Kobalte.Description class={styles.description}>{props.description}</Kobalte.Description>
              </Show>
              <InDialog.Provider value>{props.children}</InDialog.Provider>
            </div>
            <Show when={props.footer}>
              <footer class={styles.footer}>{props.footer}</footer>
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  )
}

/** One begins to write at once where there is something to be filled in; elsewhere the first control has the focus. */
function begin(event: Event): void {
  const field = event.target instanceof Element && event.target.querySelector<HTMLElement>('form input:not([hidden])')
  if (!field) return
  event.preventDefault()
  // A moment later: until then a dialog below this one would take the focus back.
  queueMicrotask(() => field.focus())
}
