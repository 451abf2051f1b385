import { z } from 'zod'
import { writeFrontMatter } from './frontMatter.ts'
import { liquidLosses } from './convert/liquidLosses.ts'
import { partLosses } from './json/losses.ts'
import { mustacheSyntax } from './json/syntax.ts'
import { briefly, declarationsSchema } from './markdown/declarations.ts'
import { commonFields, readDocument } from './markdown/readDocument.ts'
import { withoutMark } from './readers.ts'
import type { Format, PortableTemplate, ReadItem } from './types.ts'
import { onlyVersion } from './yamlFiles/oneItem.ts'
import { allFields, extrasOf } from './yamlFiles/kept.ts'

const id = 'markdown'

const schema = z.object({
  ...commonFields,
  category: z.string().nullish(),
  tags: z.array(z.union([z.string(), z.number()]).transform(String)).nullish(),
  variables: declarationsSchema.nullish(),
})

/** A text below a front matter that names and describes it, and declares its variables; the text is all else, byte for byte. */
export const markdown: Format = {
  id,
  name: 'Markdown with front matter',
  extension: '.md',
  mediaType: 'text/markdown',
  holdsMany: false,
  recognises: (fileName, beginning) => {
    const hasFront = /^---[ \t]*\r?\n/.test(withoutMark(beginning))
    if (/\.(?:md|markdown)$/i.test(fileName)) return hasFront ? 0.8 : 0.5
    if (/\.txt$/i.test(fileName)) return 0.3
    return hasFront ? 0.2 : 0
  },
  read,
  write: { losses, write },
}

async function* read(text: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const document = await readDocument(text, schema)
  if (!document.ok) {
    yield document.item
    return
  }
  const { title, fields, unknown, content, notes } = document
  const { fitting = [], misfits = [] } = fields.variables ?? {}
  for (const name of misfits) notes.push(`The name "${name}" of a variable is not one here, so its declaration is left out.`)
  const isOurs = fitting.length > 0 && misfits.length === 0
  const version = { content, variables: fitting, settings: {}, author: null }
  const described = {
    title,
    description: fields.description ?? '',
    tags: fields.tags ?? [],
    extras: extrasOf(id, { fields: unknown }),
  }
  yield {
    ok: true,
    place: { line: 1, name: title },
    template: { ...onlyVersion(described, version), category: fields.category ?? null },
    syntax: isOurs ? 'liquid' : mustacheSyntax(content),
    notes,
  }
}

function losses(template: PortableTemplate): string[] {
  const found = partLosses(template, { id, name: 'Markdown', holds: ['title', 'description', 'category', 'tags', 'variables'] })
  const latest = template.versions.at(-1)
  return latest?.variables.length === 0 ? [...found, ...liquidLosses(latest, 'names', 'Markdown')] : found
}

async function* write(templates: AsyncIterable<PortableTemplate>): AsyncGenerator<string> {
  for await (const { title, description, category, tags, versions, extras } of templates) {
    const latest = versions.at(-1)
    const known = {
      name: title,
      description: description === '' ? undefined : description,
      category: category ?? undefined,
      tags: tags.length > 0 ? tags : undefined,
      variables: latest !== undefined && latest.variables.length > 0 ? latest.variables.map(briefly) : undefined,
    }
    yield writeFrontMatter(allFields(known, extras[id]?.['fields']), latest?.content ?? '')
  }
}
