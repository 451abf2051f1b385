import { renderPieces, type RenderedPieces, type TemplateInput, type TextEdit } from '@prologue/prompt-kit'
import { readTemplate, renameUses, type Reading, type ReadingInput } from './readTemplate.ts'

/** What takes too long to be worked out while somebody types, with what answers it. */
export type Question =
  | { kind: 'read'; input: ReadingInput }
  | { kind: 'rename'; text: string; from: string; to: string }
  | { kind: 'render'; text: string; input: Omit<TemplateInput, 'partials'> }

export type Answer =
  | { kind: 'read'; reading: Reading }
  | { kind: 'rename'; edits: readonly TextEdit[] }
  | { kind: 'render'; rendered: RenderedPieces }

export async function answerQuestion(question: Question): Promise<Answer> {
  if (question.kind === 'read') return { kind: 'read', reading: await readTemplate(question.input) }
  if (question.kind === 'render') return { kind: 'render', rendered: renderPieces(question.text, question.input) }
  return { kind: 'rename', edits: renameUses(question.text, question.from, question.to) }
}
