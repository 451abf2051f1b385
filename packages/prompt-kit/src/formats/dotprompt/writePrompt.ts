import type { PortableTemplate } from '../types.ts'
import { fromLiquid } from '../convert/fromLiquid.ts'
import { liquidLosses } from '../convert/liquidLosses.ts'
import { writeFrontMatter } from '../frontMatter.ts'
import { isRecord } from '../json/isRecord.ts'
import { partLosses } from '../json/losses.ts'
import { declarationLosses, undeclared } from '../yamlFiles/declare.ts'
import { allFields } from '../yamlFiles/kept.ts'
import { messagesWith } from '../yamlFiles/plainChat.ts'
import { withSettings } from '../yamlFiles/settingsIn.ts'
import { writeInputSchema } from './inputSchema.ts'
import { writeMessages } from './messages.ts'
import { escapeText } from './pieces.ts'
import { configNames } from './readPrompt.ts'

/** What stands for something else than a variable in dotprompt. */
const helpers: ReadonlySet<string> = new Set(
  'each else history if ifEquals json log lookup media role section this unless unlessEquals with'.split(' '),
)

export function dotpromptLosses(template: PortableTemplate): string[] {
  const losses = partLosses(undeclared(template), {
    id: 'dotprompt',
    name: 'dotprompt',
    holds: ['title', 'description', 'settings'],
  })
  const latest = template.versions.at(-1)
  if (latest === undefined || latest.variables.length === 0) return losses
  const { variables } = latest
  losses.push(...declarationLosses(variables, 'dotprompt', ['label']), ...liquidLosses(latest, 'handlebars', 'dotprompt'))
  const taken = variables.filter(({ name }) => helpers.has(name)).map(({ name }) => `{{ ${name} }}`)
  if (taken.length > 0) losses.push(`These mean something else to dotprompt than a variable: ${taken.join(', ')}.`)
  return losses
}

export function writePrompt({ title, description, versions, extras }: PortableTemplate): string {
  const { content = '', variables = [], settings = {} } = versions.at(-1) ?? {}
  const { fields, config, input, schema, defaults, chat } = extras.dotprompt ?? {}
  const data = {
    name: title,
    description: description === '' ? undefined : description,
    model: settings.model,
    config: withSettings(config, settings, configNames),
    input: filled({
      ...(isRecord(input) && input),
      schema: typeof schema === 'string' && variables.length === 0 ? schema : filled(writeInputSchema(variables, schema)),
      default: filled({
        ...(isRecord(defaults) && defaults),
        ...Object.fromEntries(variables.map((variable) => [variable.name, variable.default])),
      }),
    }),
  }
  const text = variables.length > 0 ? fromLiquid(content, variables, 'handlebars') : escapeText(content)
  return writeFrontMatter(allFields(data, fields), writeMessages(messagesWith(chat, text)))
}

/** Undefined where nothing in it is given. */
function filled(fields: Record<string, unknown>): Record<string, unknown> | undefined {
  return Object.values(fields).some((value) => value !== undefined) ? fields : undefined
}
