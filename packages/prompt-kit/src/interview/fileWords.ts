import type { Brief } from '../brief/schema.ts'

/** Words of the brief that could not be sorted and stand word for word under Context. */
export function unsortedWords(brief: Brief): string[] {
  return brief.context.flatMap(({ value }) => (value.kind === 'unsorted' ? [value.text] : []))
}

/** Moves unsorted words into a slot, word for word; the brief as it is where it has no such words. A slot that can hold one thing and has it leaves them to the rules. */
export function fileWords(brief: Brief, words: string, slot: string): Brief {
  const index = brief.context.findIndex(({ value }) => value.kind === 'unsorted' && value.text.trim() === words.trim())
  const found = brief.context[index]
  if (found === undefined) return brief
  const text = found.value.text
  const said = <T>(value: T) => ({ ...found, value, source: 'user' as const, confidence: 1 })
  const rest: Brief = { ...brief, context: brief.context.toSpliced(index, 1) }
  const asRule = (): Brief => ({ ...rest, do: [...rest.do, said(text)] })
  switch (slot) {
    case 'inputs':
    case 'steps':
    case 'do':
    case 'safety':
    case 'criteria':
    case 'tone':
      return { ...rest, [slot]: [...rest[slot], said(text)] }
    case 'dont':
      return { ...rest, dont: [...rest.dont, said({ rule: text, instead: '' })] }
    case 'examples':
      return { ...rest, examples: [...rest.examples, said({ input: '', output: text })] }
    case 'tools':
      return { ...rest, tools: [...rest.tools, said({ name: '', when: text, ifMissing: '' })] }
    case 'output': {
      const before = rest.output?.value ?? { kind: 'text' as const, schema: '', template: '', note: '' }
      return { ...rest, output: said({ ...before, note: before.note === '' ? text : `${before.note}\n${text}` }) }
    }
    case 'task': {
      if (rest.task !== null && rest.task.value.object !== '') return { ...rest, steps: [...rest.steps, said(text)] }
      return { ...rest, task: said({ verb: '', object: text, archetype: rest.task?.value.archetype ?? 'support' }) }
    }
    case 'name':
    case 'role':
    case 'domain':
    case 'audience':
    case 'language':
    case 'fallback':
    case 'escalation':
      return rest[slot] === null ? { ...rest, [slot]: said(text) } : asRule()
    case 'context':
      return { ...rest, context: brief.context.with(index, said({ text, kind: 'background' as const })) }
    default:
      // A length in words of its own, and what is no slot at all.
      return asRule()
  }
}
