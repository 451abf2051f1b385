import { createMemo, createSignal, type Accessor } from 'solid-js'
import type { PromptLog } from '../promptLog.ts'
import { openQuestionOf } from './openQuestion.ts'

/** The open question, and whether what is written in the message box answers it: so it begins, and one can leave and come back. */
export function createAsking(log: Accessor<PromptLog | undefined>) {
  const open = createMemo(() => openQuestionOf(log()))
  const [left, setLeft] = createSignal<string>()
  return {
    open,
    answering: () => {
      const asked = open()
      return asked && asked.promptId !== left() ? asked.question : undefined
    },
    leave: () => setLeft(open()?.promptId),
    comeBack: () => setLeft(undefined),
  }
}
