import { createSignal, type Accessor } from 'solid-js'

/** `system` follows the device. */
const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'prologue.theme'

function stored(): Theme {
  // A browser that forbids storage throws here; the device's theme serves as well.
  try {
    const value = localStorage.getItem(key)
    return themes.find((theme) => theme === value) ?? 'system'
  } catch {
    return 'system'
  }
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

const [current, setCurrent] = createSignal<Theme>('system')

export const theme: Accessor<Theme> = current

/** Shows what this browser chose last; called once before the first render. */
export function startTheme(): void {
  setCurrent(stored())
  show(current())
}

export function chooseTheme(choice: Theme): void {
  setCurrent(choice)
  show(choice)
  try {
    if (choice === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, choice)
  } catch {
    // The choice then holds until the page is closed.
  }
}
