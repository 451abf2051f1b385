import { createContext } from 'solid-js'

/** Within a dialog all that stands outside is hidden from screen readers, a menu's own layer too unless it is modal itself. */
export const InDialog = createContext(false)
