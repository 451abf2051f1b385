import { renderTemplate } from '../../variables/renderTemplate.ts'
import type { Variable } from '../../variables/schema.ts'
import type { PortableTemplate, Syntax } from '../types.ts'
import { convertSyntax, type Change, type Conversion, type Leftover } from './convertSyntax.ts'

/** What converting does to the newest version of a template: what it writes otherwise, what it has to leave, and the variables with their guessed types. */
export type Converted = { template: PortableTemplate; variables: Variable[]; changes: Change[]; leftovers: Leftover[] }

/** All versions of a template with their variables as ours. A text in which none are found is plain. */
export function convertTemplate(template: PortableTemplate, from: Syntax): Converted {
  const all = template.versions.map((version) => {
    const conversion = convertSyntax(version.content, from, version.variables)
    if (conversion.variables.length > 0) return { conversion, version: { ...version, ...textOf(conversion) } }
    return { conversion, version: { ...version, content: plainText(version.content, conversion), variables: [] } }
  })
  const latest = all.at(-1)
  return {
    template: { ...template, versions: all.map(({ version }) => version) },
    variables: latest?.version.variables ?? [],
    changes: latest?.conversion.changes ?? [],
    leftovers: latest?.conversion.leftovers ?? [],
  }
}

function textOf({ content, variables }: Conversion) {
  return { content, variables }
}

/** What a text without variables says, where its syntax had other words for its very characters. */
function plainText(source: string, { content, changes }: Conversion): string {
  if (changes.length === 0) return source
  const rendered = renderTemplate(content, { variables: [], values: {} })
  return rendered.ok ? rendered.text : source
}

/** The same template where its text is kept as it came: in another syntax than ours its variables are plain text, so none are declared. */
export function keepText(template: PortableTemplate, syntax: Syntax | null): PortableTemplate {
  if (syntax === null || syntax === 'liquid') return template
  return { ...template, versions: template.versions.map((version) => ({ ...version, variables: [] })) }
}
