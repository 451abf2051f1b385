import { createRenderEffect, createSignal, onCleanup } from 'solid-js'

const [waiting, setWaiting] = createSignal(0)

/** How much waits to be read, shown before the name of the tab. */
export const setWaitingInTitle = setWaiting

/** Names the tab after what is on it. */
export function createTitle(title: () => string | undefined): void {
  createRenderEffect(() => {
    const name = title()
    const count = waiting() > 0 ? `(${waiting()}) ` : ''
    document.title = count + (name ? `${name} · Prologue` : 'Prologue')
  })
  onCleanup(() => {
    document.title = 'Prologue'
  })
}
