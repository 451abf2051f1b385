import { modelChoiceSchema, type ModelChoice } from '@prologue/contracts'
import { createSignal, type Accessor, type Signal } from 'solid-js'

const keyOf = (personId: string) => `prologue.model.${personId}`
const choices = new Map<string, Signal<ModelChoice | null>>()

/** Which model somebody chose last in this browser; null where none: the composer. It is one signal wherever it is asked for. */
export function chosenModel(personId: string): Accessor<ModelChoice | null> {
  return choiceOf(personId)[0]
}

/** Keeps it for their next visit, too. It may be offered no longer by then. */
export function chooseModel(personId: string, choice: ModelChoice | null): void {
  choiceOf(personId)[1](choice)
  try {
    if (choice) localStorage.setItem(keyOf(personId), JSON.stringify(choice))
    else localStorage.removeItem(keyOf(personId))
  } catch {
    // The choice then holds until the page is closed.
  }
}

function choiceOf(personId: string): Signal<ModelChoice | null> {
  const known = choices.get(personId)
  if (known) return known
  const [choice, setChoice] = createSignal(kept(personId))
  const signal: Signal<ModelChoice | null> = [choice, setChoice]
  choices.set(personId, signal)
  return signal
}

function kept(personId: string): ModelChoice | null {
  try {
    return modelChoiceSchema.parse(JSON.parse(localStorage.getItem(keyOf(personId)) ?? ''))
  } catch {
    return null
  }
}
