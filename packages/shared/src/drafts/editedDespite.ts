import { applyEdits, editLayout, type Family, type Layout, type SectionEdit } from '@prologue/prompt-kit'
import { changeOver } from './changeOver.ts'

const sectionIn = ({ sections }: Layout, name: string) => sections.find((section) => section.name === name)

/** What a section says, without its heading or tags; undefined where there is none of that name. */
export function bodyIn(layout: Layout, name: string): string | undefined {
  const section = sectionIn(layout, name)
  return section && layout.text.slice(section.bodyFrom, section.bodyTo)
}

/**
 * A text with an edit whose section says something else there than in `base`, for which the edit was made. What people wrote in the
 * section stays: within it what the edit makes of `base` is done to theirs; to a section that they made since it is added.
 */
export function editedDespite(to: Layout, base: Layout, edit: SectionEdit, family: Family): string {
  const [now, then] = [sectionIn(to, edit.section), sectionIn(base, edit.section)]
  if (now && !then && edit.op === 'remove') return to.text
  if (!now || !then) return editLayout(to, now ? { ...edit, op: 'append' } : edit, family).text
  const next = editLayout(base, edit, family).text
  // Behind the section nothing changed; where it was removed, a gap went with it.
  const end = next.length - (base.text.length - then.to)
  const change = changeOver(base.text.slice(then.from, then.to), next.slice(then.from, Math.max(then.from, end)))
  const theirs = to.text.slice(now.from, now.to)
  return to.text.slice(0, now.from) + applyEdits(theirs, change(theirs)) + to.text.slice(now.to)
}
