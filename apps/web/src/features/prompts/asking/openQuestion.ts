import type { Prompt, Question } from '@prologue/contracts'
import type { PromptLog } from '../promptLog.ts'

export type Asked = { promptId: string; question: Question }

/** The question that waits for an answer: the newest answer's, where that has come to its end. */
export function openQuestionOf(log: PromptLog | undefined): Asked | undefined {
  const newest = newestOf(log)
  if (!newest?.question || newest.status !== 'completed') return undefined
  return { promptId: newest.id, question: newest.question }
}

/** The last exchange of all; undefined while there is none or the log was not read to its end. */
export function newestOf(log: PromptLog | undefined): Prompt | undefined {
  return log?.newer === null ? log.items.at(-1) : undefined
}
