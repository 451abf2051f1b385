import { createRenderEffect, onCleanup } from 'solid-js'

/** Names the tab after what is on it. */
export function createTitle(title: () => string | undefined): void {
  createRenderEffect(() => {
    const name = title()
    document.title = name ? `${name} · Prologue` : 'Prologue'
  })
  onCleanup(() => {
    document.title = 'Prologue'
  })
}
