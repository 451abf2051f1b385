const onMac = /Mac|iPhone|iPad/u.test(navigator.userAgent)

/** The key that is pressed with others, as this machine's keyboard names it. */
export const modifierKey = onMac ? '⌘' : 'Ctrl'

/** Three keys at once, written as this machine's menus write them. */
export const modifierAltWith = (letter: string) => (onMac ? `⌘⌥${letter}` : `Ctrl+Alt+${letter}`)
