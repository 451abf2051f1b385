import { emptyBrief } from './emptyBrief.ts'
import type { BriefForm } from './formSchema.ts'
import { asProhibition } from './read/asProhibition.ts'
import { archetypeOf, readTask } from './read/task.ts'
import type { Brief, Slot, Task } from './schema.ts'

function chosen<T>(value: T): Slot<T> {
  return { value, source: 'user', confidence: 1 }
}

const text = (value: string | undefined) => (value === undefined || value.trim() === '' ? null : chosen(value.trim()))
const list = (values: readonly string[] | undefined) => (values ?? []).flatMap((value) => text(value) ?? [])

function taskOf(form: BriefForm): Slot<Task> | null {
  const said = form.task?.trim() ?? ''
  if (said === '' && form.archetype === undefined) return null
  const read = readTask(said) ?? { verb: '', object: said, archetype: archetypeOf(`${said} ${form.role ?? ''}`) ?? 'support' }
  return chosen({ ...read, archetype: form.archetype ?? read.archetype })
}

/** The brief that a filled-in form means; blank fields and lines count as not filled in. */
export function briefFromForm(form: BriefForm): Brief {
  const { length, output } = form
  return {
    ...emptyBrief(),
    name: text(form.name),
    role: text(form.role),
    domain: text(form.domain),
    task: taskOf(form),
    audience: text(form.audience),
    context: text(form.context) === null ? [] : [chosen({ text: form.context?.trim() ?? '', kind: 'background' })],
    inputs: list(form.inputs),
    steps: list(form.steps),
    do: list(form.do),
    dont: (form.dont ?? []).flatMap(({ rule, instead = '' }) =>
      rule.trim() === '' ? [] : [chosen({ rule: asProhibition(rule.trim()), instead: instead.trim() })],
    ),
    tone: list(form.tone),
    language: text(form.language),
    length:
      length === undefined || (length.min == null && length.max == null)
        ? null
        : chosen({ unit: length.unit, min: length.min ?? null, max: length.max ?? null }),
    output:
      output === undefined
        ? null
        : chosen({ kind: output.kind, schema: output.schema?.trim() ?? '', template: output.template?.trim() ?? '', note: '' }),
    examples: (form.examples ?? []).flatMap(({ input, output: answer }) =>
      input.trim() === '' && answer.trim() === '' ? [] : [chosen({ input: input.trim(), output: answer.trim() })],
    ),
    tools: (form.tools ?? []).flatMap(({ name, when = '', ifMissing = '' }) =>
      name.trim() === '' ? [] : [chosen({ name: name.trim(), when: when.trim(), ifMissing: ifMissing.trim() })],
    ),
    fallback: text(form.fallback),
    escalation: text(form.escalation),
    safety: list(form.safety),
    criteria: list(form.criteria),
    family: form.family === undefined ? null : chosen(form.family),
  }
}
