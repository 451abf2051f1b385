import type { SectionEdit } from '../sections/applySectionEdit.ts'
import { sectionNameOf } from '../sections/sectionNameOf.ts'
import { sectionEditSchema } from './answerSchema.ts'

/** UTF-16 units. */
const longestName = 100

/** Those of what stands in an answer's list that are edits, each judged by itself; their sections by the name that a lock knows, too. */
export function soundEdits(edits: readonly unknown[]): SectionEdit[] {
  return edits.flatMap((edit) => {
    const { data } = sectionEditSchema.safeParse(edit)
    if (data === undefined || data.section.length > longestName || data.section.includes('\n')) return []
    const section = sectionNameOf(data.section)
    return section === '' ? [] : [{ ...data, section }]
  })
}
