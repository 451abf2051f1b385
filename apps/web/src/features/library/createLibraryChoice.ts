import { useLocation, useNavigate } from '@solidjs/router'
import { createMemo, type Accessor } from 'solid-js'
import { pathOf, readChoice, type LibraryChoice } from './choice.ts'

export type Choosing = {
  choice: Accessor<LibraryChoice>
  /** The path of what is chosen with a change: for links. */
  path: (change: Partial<LibraryChoice>) => string
  /** `replace` where Back is not to lead to what was before, as amid a word. */
  choose: (change: Partial<LibraryChoice>, options?: { replace?: boolean }) => void
}

/** What is looked for, kept in the address: Back, a reload and a shared link lead to the same. */
export function createLibraryChoice(): Choosing {
  const location = useLocation()
  const navigate = useNavigate()
  const choice = createMemo(() => readChoice(location.search))
  const path = (change: Partial<LibraryChoice>) => pathOf({ ...choice(), ...change })
  return {
    choice,
    path,
    choose: (change, options) => navigate(path(change), { scroll: false, replace: options?.replace ?? false }),
  }
}
