import { z } from 'zod'
import { variableSchema, type Variable } from '../../variables/schema.ts'
import { chatText } from '../json/chatText.ts'
import { isRecord } from '../json/isRecord.ts'
import type { ReadText } from '../json/readOne.ts'
import { settingFields, settingsOf } from '../json/settings.ts'
import type { PortableVersion, Syntax } from '../types.ts'
import { constructorsIn, type Constructor } from './constructors.ts'
import { readMessages, type TemplateMessage } from './readMessages.ts'

/** The first prompt of a manifest, which may stand in `manifest` of what a hub answers. */
export function readManifest(value: unknown): ReadText | { ok: false; reason: string } {
  const manifest = isRecord(value) && isRecord(value['manifest']) ? value['manifest'] : value
  const made = [...constructorsIn(isRecord(manifest) && 'lc' in manifest ? manifest : null)]
  const prompt = made.find(isPrompt)
  if (prompt === undefined) return { ok: false, reason: withoutPrompt(made) }
  const messages = readMessages(prompt)
  if (typeof messages === 'string') return { ok: false, reason: messages }

  const read = chatText(messages)
  if (!read.ok) return read
  const others = new Set([...read.kept.before, ...read.kept.after])
  const taken = messages.filter(({ raw }) => !others.has(raw))
  const syntax = syntaxOf(taken)
  if (syntax === 'several')
    return { ok: false, reason: 'Its system messages are written in several template languages, so they make no one text.' }
  const { variables, notes } = declared(taken, prompt)
  return {
    ok: true,
    title: nameOf(value, prompt),
    description: '',
    content: read.content,
    variables,
    settings: settingsIn(made),
    syntax,
    kept: { before: read.kept.before, after: read.kept.after },
    notes: [...read.notes, ...notes],
  }
}

function isPrompt({ className, kwargs }: Constructor): boolean {
  if (className.startsWith('FewShot')) return false
  return typeof kwargs['template'] === 'string' || Array.isArray(kwargs['messages'] ?? kwargs['prompt_messages'])
}

function withoutPrompt(made: readonly Constructor[]): string {
  const names = [...new Set(made.map(({ className }) => className))].slice(0, 10).join(', ')
  return names === '' ? 'This is no manifest of LangChain.' : `There is no prompt in it that is known here, only: ${names}.`
}

/** Braces alone are marks of an f-string, where a doubled one stands for one. */
const marks: Record<'f-string' | 'mustache' | 'jinja', RegExp> = { 'f-string': /[{}]/, mustache: /\{\{/, jinja: /\{[{%#]/ }

function syntaxOf(messages: readonly TemplateMessage[]): Syntax | null | 'several' {
  const found = new Set<Syntax | 'plain'>()
  for (const { text, syntax } of messages) {
    if (text === null) continue
    if (syntax === 'f-string' || syntax === 'mustache' || syntax === 'jinja') {
      if (marks[syntax].test(text)) found.add(syntax)
    } else if (/[{}]/.test(text)) found.add('plain')
  }
  const [one = 'plain'] = found
  if (found.size > 1) return 'several'
  return one === 'plain' ? null : one
}

/** Declarations of what the text asks for; values that are filled in beforehand are defaults. */
function declared(messages: readonly TemplateMessage[], { kwargs }: Constructor): { variables: Variable[]; notes: string[] } {
  const partials = isRecord(kwargs['partial_variables']) ? kwargs['partial_variables'] : {}
  const variables = new Map<string, Variable>()
  const unfit = new Set<string>()
  for (const { names, defaults } of messages) {
    for (const name of names) {
      const value = defaults[name] ?? partials[name]
      const judged = declarationOf(name, typeof value === 'string' ? value : undefined)
      if (judged === null) unfit.add(name)
      else if (!variables.has(name)) variables.set(name, judged)
    }
  }
  const notes = [...unfit].map(
    (name) => `The name "${name}" is none for a variable here; it stays in the text until that is converted.`,
  )
  return { variables: [...variables.values()], notes }
}

function declarationOf(name: string, value: string | undefined): Variable | null {
  const type = value?.includes('\n') === true ? 'longtext' : 'text'
  return variableSchema.safeParse({ name, type, ...(value !== undefined && { default: value }) }).data ?? null
}

/** Of the first model in it; what does not fit is left out, for manifests hold much else. */
function settingsIn(made: readonly Constructor[]): PortableVersion['settings'] {
  const { kwargs } = made.find(({ kwargs }) => typeof (kwargs['model'] ?? kwargs['model_name']) === 'string') ?? {}
  if (kwargs === undefined) return {}
  return settingsOf({
    model: settingFields.model.safeParse(kwargs['model'] ?? kwargs['model_name']).data,
    temperature: settingFields.temperature.safeParse(kwargs['temperature']).data,
    maxTokens: settingFields.maxTokens.safeParse(kwargs['max_tokens']).data,
  })
}

const namesSchema = z.looseObject({
  repo: z.string().min(1).optional(),
  metadata: z.looseObject({ lc_hub_repo: z.string().min(1).optional() }).optional(),
})

/** What the hub calls it. */
function nameOf(value: unknown, { kwargs }: Constructor): string | null {
  return namesSchema.safeParse(value).data?.repo ?? namesSchema.safeParse(kwargs).data?.metadata?.lc_hub_repo ?? null
}
