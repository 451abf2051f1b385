import type { z } from 'zod'
import { readStream, type Found } from './prologue/readStream.ts'
import { fieldNames, isFormatId, templateSchema } from './prologue/schema.ts'
import { readJson, reasonOf, withoutMark } from './readers.ts'
import { portableVersionSchema } from './schema.ts'
import { FormatFault, type Format, type PortableTemplate, type ReadItem } from './types.ts'

const id = 'prologue'
/** Goes up when what is written could be misread by who knows the version before. */
const version = 1

/** Our own JSON, which holds all that a template says; whose it is and who may see it is for who imports it. It is read and written template by template, however long the file is. */
export const prologue: Format = {
  id,
  name: 'Prologue JSON',
  extension: '.json',
  mediaType: 'application/json',
  holdsMany: true,
  recognises: (_, beginning) => {
    const [head = ''] = withoutMark(beginning).split('"templates"', 1)
    if (/^\s*\{\s*"format"\s*:\s*"prologue"/.test(head)) return 1
    return /^\s*\{/.test(head) && /"format"\s*:\s*"prologue"/.test(head) ? 0.9 : 0
  },
  read,
  write: { losses: () => ['Who may see it and what it was forked from are left out.'], write },
}

async function* read(text: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const isSaid = { format: false, version: false }
  for await (const found of readStream(text)) {
    if (found.kind === 'template') {
      if (!isSaid.format || !isSaid.version)
        throw new FormatFault(found.line, 'The fields "format" and "version" should stand before "templates".')
      yield readTemplate(found)
    } else {
      judge(found)
      isSaid[found.kind] = true
    }
  }
  if (!isSaid.format) throw new FormatFault(1, 'The field "format" is missing; it should be "prologue".')
  if (!isSaid.version) throw new FormatFault(1, `The field "version" is missing; it should be ${version}.`)
}

function judge({ kind, value, line }: Exclude<Found, { kind: 'template' }>): void {
  if (kind === 'format' && value !== 'prologue') throw new FormatFault(line, 'The field "format" should be "prologue".')
  if (kind !== 'version' || value === version) return
  if (typeof value === 'number' && Number.isInteger(value) && value > version)
    throw new FormatFault(
      line,
      `A newer Prologue wrote this file, in version ${value} of its format. Here version ${version} is known; nothing of it was read.`,
    )
  throw new FormatFault(line, `The field "version" should be ${version}.`)
}

function readTemplate({ text, line }: Found & { kind: 'template' }): ReadItem {
  let value: unknown
  try {
    value = readJson(text)
  } catch (error) {
    if (error instanceof FormatFault) return { ok: false, place: { line, name: null }, reason: error.message }
    throw error
  }
  const place = { line, name: titleOf(value) }
  const read = templateSchema.safeParse(value)
  if (!read.success) return { ok: false, place, reason: reasonOf(read.error) }
  const { title, description, category, tags, family, versions, labels, ratings, extras: kept, ...unknown } = read.data
  const notes: string[] = []
  const extras: PortableTemplate['extras'] = {}
  for (const [format, fields] of Object.entries(kept)) {
    if (isFormatId(format)) extras[format] = fields
    else notes.push(`What was kept of the format "${format}" is left out; it is not known here.`)
  }
  if (Object.keys(unknown).length > 0) extras[id] = { ...extras[id], ...unknown }
  const left = unknownOfVersions(value)
  if (left.length > 0) notes.push(`What else the versions say is left out: ${left.join(', ')}.`)
  const said = { title, description, category, tags, versions, labels, ratings, extras }
  const template = family === undefined ? said : { ...said, family }
  const isTemplate = versions.at(-1)?.variables.length !== 0
  return { ok: true, place, template, syntax: isTemplate ? 'liquid' : null, notes }
}

function titleOf(value: unknown): string | null {
  const title = templateSchema.shape.title.safeParse(fieldOf(value, 'title'))
  return title.success ? title.data : null
}

/** Fields of versions that are not known, each once. */
function unknownOfVersions(value: unknown): string[] {
  const versions = fieldOf(value, 'versions')
  const names = (Array.isArray(versions) ? versions : []).flatMap((each: unknown) => Object.keys(Object(each)))
  return [...new Set(names)].filter((name) => !Object.hasOwn(portableVersionSchema.shape, name))
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

async function* write(templates: AsyncIterable<PortableTemplate>): AsyncGenerator<string> {
  yield `{\n"format": "prologue",\n"version": ${version},\n"templates": [`
  let isFirst = true
  for await (const template of templates) {
    yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(written(template), null, 1)}`
    isFirst = false
  }
  yield '\n]\n}\n'
}

/** With the fields that a newer Prologue may know in their old place. */
function written({ extras, ...template }: PortableTemplate): Record<string, unknown> & z.input<typeof templateSchema> {
  const { [id]: own, ...others } = extras
  if (own === undefined) return { ...template, extras }
  const apart = Object.entries(own).filter(([name]) => fieldNames.has(name))
  const fields = Object.fromEntries(Object.entries(own).filter(([name]) => !fieldNames.has(name)))
  const isKept = apart.length > 0 || Object.keys(own).length === 0
  return { ...fields, ...template, extras: { ...others, ...(isKept && { [id]: Object.fromEntries(apart) }) } }
}
