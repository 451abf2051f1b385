import type { TypedValues } from '../../ui/typedValues.ts'

type Kept = { personId: string | null; typed: TypedValues }

// In memory alone: what is typed lives as long as the page that was loaded, also while one signs in or looks at something else.
const kept = new Map<string, Kept>()

/** What was typed for a template in this tab, by whoever is here now or before they signed in. */
export function keptValues(templateId: string, personId: string | null): TypedValues {
  const found = kept.get(templateId)
  return found && (found.personId === null || found.personId === personId) ? found.typed : {}
}

export function keepValues(templateId: string, personId: string | null, typed: TypedValues): void {
  kept.set(templateId, { personId, typed })
}
