import { createSignal, type Accessor } from 'solid-js'

const keysOf = (personId: string) => `prologue.text.${personId}.`

/**
 * A text of one person that survives a reload of its tab until it is set to ''. `name` tells one text of theirs from another.
 */
export function createKeptText(personId: string, name: string): [text: Accessor<string>, setText: (text: string) => void] {
  const key = keysOf(personId) + name
  const [text, setText] = createSignal(read(key))
  const keep = (value: string) => {
    setText(value)
    write(key, value)
  }
  return [text, keep]
}

/** What is kept of such a text now; '' for nothing. */
export function keptText(personId: string, name: string): string {
  return read(keysOf(personId) + name)
}

/** All that is kept of their texts whose names begin so. */
export function keptTexts(personId: string, beginning: string): string[] {
  const keys = keysIn().filter((key) => key.startsWith(keysOf(personId) + beginning))
  return keys.map(read)
}

/** Forgets what this tab keeps of somebody's texts, at their sign-out. */
export function forgetKeptTexts(personId: string): void {
  for (const key of keysIn()) if (key.startsWith(keysOf(personId))) write(key, '')
}

function keysIn(): string[] {
  try {
    return Object.keys(sessionStorage)
  } catch {
    // Where nothing may be kept, nothing is there.
    return []
  }
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
