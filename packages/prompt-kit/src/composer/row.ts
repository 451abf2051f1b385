import type { Slot } from '../brief/schema.ts'
import type { Row, Sentence } from './types.ts'

export function row(as: Row['as'], text: string, slot: Sentence['slot'], from: Pick<Slot<unknown>, 'source' | 'span'>): Row {
  return { as, sentence: { text, slot, source: from.source, ...(from.span && { span: from.span }) } }
}
