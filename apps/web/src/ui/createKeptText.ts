import { createSignal, type Accessor } from 'solid-js'

/**
 * A text that survives a reload of its tab until it is set to ''. `name` tells one text of the page from another.
 */
export function createKeptText(name: string): [text: Accessor<string>, setText: (text: string) => void] {
  const key = `prologue.text.${name}`
  const [text, setText] = createSignal(read(key))
  const keep = (value: string) => {
    setText(value)
    write(key, value)
  }
  return [text, keep]
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function write(key: string, value: string): void {
  try {
    if (value) sessionStorage.setItem(key, value)
    else sessionStorage.removeItem(key)
  } catch {
    // Full or forbidden: the text then lives as long as the page does.
  }
}
