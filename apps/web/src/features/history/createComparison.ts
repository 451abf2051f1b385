import type { Checkpoint } from '@prologue/contracts'
import { diffWords } from '@prologue/prompt-kit'
import { createMemo, type Accessor } from 'solid-js'
import { createFailure } from '../../ui/createFailure.ts'
import { inOrder } from './inOrder.ts'
import { createCheckpointText } from './queries.ts'

/** How the chosen state differs from `other`, or from the draft `now`. */
export function createComparison(chosen: Accessor<Checkpoint>, other: Accessor<Checkpoint | undefined>, now: Accessor<string>) {
  const text = createCheckpointText(() => chosen().id)
  const otherText = createCheckpointText(() => other()?.id)
  const failure = createFailure(text)
  const otherFailure = createFailure(otherText)

  /** Undefined while a text is read. The earlier one first; the draft now is what a restore would change. */
  const parts = createMemo(() => {
    const content = text.data?.content
    const second = other()
    if (content === undefined) return undefined
    if (!second) return diffWords(now(), content)
    const otherContent = otherText.data?.id === second.id ? otherText.data.content : undefined
    if (otherContent === undefined) return undefined
    const [first] = inOrder(chosen(), second)
    return first === second ? diffWords(otherContent, content) : diffWords(content, otherContent)
  })
  return {
    parts,
    changes: () => parts()?.filter((part) => part.kind !== 'same').length ?? 0,
    failure: () => failure() ?? (other() ? otherFailure() : null),
    retry: () => void Promise.all([text.refetch(), other() && otherText.refetch()]),
  }
}
