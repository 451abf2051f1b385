import type { JSX } from 'solid-js'

/** For the part of the page in which messages are written: tells `typed` of letters there, and `done` when the text is sent or gone. */
export function makeTypingSigns(doing: { typed: () => void; done: () => void }) {
  const onInput: JSX.EventHandler<HTMLElement, InputEvent> = ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return
    if (target.value.trim() === '') doing.done()
    else doing.typed()
  }
  const onKeyDown: JSX.EventHandler<HTMLElement, KeyboardEvent> = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) doing.done()
  }
  return { onInput, onKeyDown, onSubmit: doing.done }
}
