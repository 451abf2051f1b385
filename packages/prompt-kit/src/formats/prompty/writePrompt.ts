import { fromLiquid } from '../convert/fromLiquid.ts'
import { liquidLosses } from '../convert/liquidLosses.ts'
import { writeFrontMatter } from '../frontMatter.ts'
import { isRecord } from '../json/isRecord.ts'
import { partLosses } from '../json/losses.ts'
import type { PortableTemplate } from '../types.ts'
import { declarationLosses, undeclared } from '../yamlFiles/declare.ts'
import { jinjaLosses, writeJinja } from '../yamlFiles/jinjaText.ts'
import { allFields } from '../yamlFiles/kept.ts'
import { messagesWith } from '../yamlFiles/plainChat.ts'
import { writeInputs } from './inputs.ts'
import { hasMark, writeMessages } from './messages.ts'
import { writeModel } from './model.ts'
import { isMustache } from './readPrompt.ts'

export function promptyLosses(template: PortableTemplate): string[] {
  const holds = ['title', 'description', 'tags', 'settings', 'author'] as const
  const losses = partLosses(undeclared(template), { id: 'prompty', name: 'Prompty', holds })
  const latest = template.versions.at(-1)
  if (latest === undefined) return losses
  if (hasMark(latest.content))
    losses.push('Prompty takes a line with nothing but a role, such as "user:", for the beginning of a message.')
  const texts = writesMustache(template) ? liquidLosses(latest, 'mustache', 'Prompty') : jinjaLosses(latest, 'Prompty')
  return [...losses, ...declarationLosses(latest.variables, 'Prompty', ['label', 'example']), ...texts]
}

export function writePrompt(template: PortableTemplate): string {
  const { title, description, tags, versions, extras } = template
  const { content = '', variables = [], settings = {}, author = null } = versions.at(-1) ?? {}
  const { fields, model, inputs, sample, chat } = extras.prompty ?? {}
  const written = writeInputs(variables, { inputs, sample })
  const data = {
    name: title,
    description: description === '' ? undefined : description,
    authors: author === null ? undefined : [author],
    tags: tags.length > 0 ? tags : undefined,
    model: writeModel(settings, model),
    inputs: written.inputs,
    sample: typeof sample === 'string' ? sample : written.sample,
  }
  const text = writesMustache(template) ? fromLiquid(content, variables, 'mustache') : writeJinja({ content, variables })
  return writeFrontMatter(allFields(data, fields), writeMessages(messagesWith(chat, text)))
}

function writesMustache({ extras }: PortableTemplate): boolean {
  const fields = extras.prompty?.['fields']
  return isRecord(fields) && isMustache(fields['template'])
}
