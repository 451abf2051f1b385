import type { Provider } from '@prologue/contracts'

/** The list with one of them a place further up or down. Those of the environment stay where they are: in front. */
export function moved(providers: readonly Provider[], id: string, by: 1 | -1): Provider[] {
  const next = [...providers]
  const from = next.findIndex((provider) => provider.id === id)
  const [one, other] = [next[from], next[from + by]]
  if (!one || !other || one.fromEnvironment || other.fromEnvironment) return next
  next[from] = other
  next[from + by] = one
  return next
}
