import { z } from 'zod'
import { writeFrontMatter } from './frontMatter.ts'
import { unfilledLosses } from './convert/liquidLosses.ts'
import { partLosses } from './json/losses.ts'
import { commonFields, readDocument } from './markdown/readDocument.ts'
import type { Format, PortableTemplate, ReadItem } from './types.ts'
import { allFields, extrasOf } from './yamlFiles/kept.ts'
import { onlyVersion } from './yamlFiles/oneItem.ts'

const id = 'skill'
const name = 'A skill'
const longestName = 64
const longestDescription = 1024

/** The instructions of a skill for agents: a front matter with a name and a description, and a text. It knows no variables. */
export const skill: Format = {
  id,
  name: 'SKILL.md',
  extension: '.md',
  mediaType: 'text/markdown',
  holdsMany: false,
  recognises: (fileName, beginning) => {
    if (!/(?:^|[\\/.])skill\.md$/i.test(fileName)) return 0
    return /^\uFEFF?---[ \t]*\r?\n/.test(beginning) ? 1 : 0.6
  },
  read,
  write: { losses, write },
}

async function* read(text: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const document = await readDocument(text, z.object(commonFields))
  if (!document.ok) {
    yield document.item
    return
  }
  const { title, fields, unknown, content, notes } = document
  const version = { content, variables: [], settings: {}, author: null }
  const described = { title, description: fields.description ?? '', tags: [], extras: extrasOf(id, { fields: unknown }) }
  yield { ok: true, place: { line: 1, name: title }, template: onlyVersion(described, version), syntax: null, notes }
}

function losses(template: PortableTemplate): string[] {
  const { title, description, versions } = template
  const found = partLosses(template, { id, name, holds: ['title', 'description'] })
  const written = skillName(title)
  if (written !== title) found.push(`${name} is named in small letters, digits and hyphens: "${written}" instead of the title.`)
  if (description.trim() === '') found.push(`${name} needs a description: the title stands in for it.`)
  if (description.length > longestDescription)
    found.push(`The description of a skill has at most ${longestDescription} characters; agents may refuse this one.`)
  const latest = versions.at(-1)
  return latest === undefined ? found : [...found, ...unfilledLosses(latest, name)]
}

async function* write(templates: AsyncIterable<PortableTemplate>): AsyncGenerator<string> {
  for await (const { title, description, versions, extras } of templates) {
    const known = { name: skillName(title), description: description.trim() === '' ? title : description }
    yield writeFrontMatter(allFields(known, extras[id]?.['fields']), versions.at(-1)?.content ?? '')
  }
}

/** "Support Bot" → "support-bot". */
function skillName(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return words.slice(0, longestName).replace(/^-+|-+$/g, '') || 'skill'
}
