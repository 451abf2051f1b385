import { z } from 'zod'
import { fromLiquid } from './convert/fromLiquid.ts'
import { liquidLosses } from './convert/liquidLosses.ts'
import { droppedNote, dropSecrets } from './json/dropSecrets.ts'
import { isRecord } from './json/isRecord.ts'
import { jsonItems, type JsonItem } from './json/jsonItems.ts'
import { partLosses } from './json/losses.ts'
import { outline } from './json/outline.ts'
import { mustacheSyntax } from './json/syntax.ts'
import { writeList } from './json/writeJson.ts'
import { reasonOf } from './readers.ts'
import type { Format, PortableTemplate, ReadItem } from './types.ts'

/** Prompts as Open WebUI exports them, before and after it called their title a name. */
export const openWebui: Format = {
  id: 'open-webui',
  name: 'Open WebUI',
  extension: '.json',
  mediaType: 'application/json',
  holdsMany: true,
  recognises,
  read,
  write: { losses, write: (templates) => writeList(allWritten(templates)) },
}

/** Where a moment is a number, from here on it counts milliseconds and before it seconds. */
const firstMilliseconds = 100_000_000_000
const momentSchema = z
  .number()
  .min(0, 'Use seconds since 1970.')
  .max(8_000_000_000_000_000, 'Use seconds since 1970.')
  .transform((moment) => new Date(moment < firstMilliseconds ? moment * 1000 : moment).toISOString())
const idsSchema = z.looseObject({ group_ids: z.array(z.string()).optional(), user_ids: z.array(z.string()).optional() }).nullish()
const accessControlSchema = z.looseObject({ read: idsSchema, write: idsSchema }).nullish()
const accessGrantsSchema = z
  .array(z.looseObject({ principal_type: z.string(), principal_id: z.string(), permission: z.string() }))
  .nullish()

const promptSchema = z.looseObject({
  command: z.string().min(1, 'Give it a command.'),
  title: z.string().nullish(),
  name: z.string().nullish(),
  content: z.string().min(1, 'There is no text in it.'),
  tags: z.array(z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)])).nullish(),
  access_control: accessControlSchema,
  access_grants: accessGrantsSchema,
  commit_message: z.string().nullish(),
  timestamp: momentSchema.nullish(),
  created_at: momentSchema.nullish(),
  user: z.looseObject({ name: z.string().nullish() }).nullish(),
})

/** What Open WebUI holds of a prompt beside what has a place here. */
const keptSchema = z.object({
  command: z.string().optional(),
  /** In the old shape null lets everybody in. */
  access_control: accessControlSchema,
  access_grants: accessGrantsSchema,
  fields: z.record(z.string(), z.unknown()).optional(),
})
type Kept = z.infer<typeof keptSchema>

async function* read(text: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  for await (const item of jsonItems(text, ['prompts', 'data', 'items'])) yield readPrompt(item)
}

function readPrompt({ value, line }: JsonItem): ReadItem {
  const { value: safe, dropped } = dropSecrets(value)
  const judged = promptSchema.safeParse(safe)
  if (!judged.success) return { ok: false, place: { line, name: nameOf(value) }, reason: reasonOf(judged.error) }
  const {
    command,
    title,
    name,
    content,
    tags,
    access_control,
    access_grants,
    commit_message,
    timestamp,
    created_at,
    user,
    ...fields
  } = judged.data
  const heading = title || name || command
  const isShared = access_control === null || Object.keys(access_control ?? {}).length > 0 || (access_grants ?? []).length > 0
  const kept: Kept = {
    ...(command !== commandOf(heading) && { command }),
    ...(isShared && access_control !== undefined && { access_control }),
    ...(isShared && access_grants !== undefined && { access_grants }),
    ...(Object.keys(fields).length > 0 && { fields }),
  }
  return {
    ok: true,
    place: { line, name: heading },
    template: {
      title: heading,
      description: '',
      category: null,
      tags: [...new Set(tags)],
      versions: [
        {
          number: 1,
          content,
          variables: [],
          settings: {},
          message: commit_message ?? '',
          author: user?.name ?? null,
          createdAt: created_at ?? timestamp ?? null,
        },
      ],
      labels: [],
      ratings: null,
      extras: Object.keys(kept).length > 0 ? { 'open-webui': kept } : {},
    },
    syntax: mustacheSyntax(content),
    notes: [
      ...(isShared ? ['Whom it is open to there is kept, and opens it to nobody here.'] : []),
      ...(/\{\{\s*[A-Z_]+\s*\}\}/.test(content)
        ? ['Variables in capitals, such as {{CURRENT_DATE}}, are filled in by Open WebUI itself.']
        : []),
      ...(/\{\{[^{}|]{1,100}\|/.test(content)
        ? ['Variables such as {{name | textarea}} say what they are: that stays in the text as it is.']
        : []),
      ...droppedNote(dropped),
    ],
  }
}

/** The name of a prompt that cannot be read in full. */
function nameOf(value: unknown): string | null {
  const { title, name, command } = isRecord(value) ? value : {}
  return [title, name, command].find((each) => typeof each === 'string' && each !== '')?.toString() ?? null
}

function recognises(_fileName: string, beginning: string): number {
  const fields = outline(beginning)
  const at = ['[].', 'prompts[].', 'data[].', 'items[].', ''].find(
    (path) => fields.has(`${path}command`) && fields.has(`${path}content`),
  )
  if (at === undefined) return 0
  return fields.has(`${at}title`) || fields.has(`${at}name`) ? 0.95 : 0.6
}

function losses(template: PortableTemplate): string[] {
  const latest = template.versions.at(-1)
  const isFiner = latest?.createdAt !== null && new Date(latest?.createdAt ?? 0).getTime() % 1000 !== 0
  return [
    ...partLosses(template, { id: 'open-webui', name: 'Open WebUI', holds: ['title', 'tags', 'message', 'createdAt'] }),
    ...(isFiner ? ['When it was written is kept to the second.'] : []),
    ...(latest === undefined ? [] : liquidLosses(latest, 'names', 'Open WebUI')),
  ]
}

async function* allWritten(templates: AsyncIterable<PortableTemplate>): AsyncGenerator {
  const taken = new Set<string>()
  for await (const template of templates) {
    const kept = keptSchema.safeParse(template.extras['open-webui']).data ?? {}
    const wanted = kept.command ?? commandOf(template.title)
    let command = wanted
    for (let count = 2; taken.has(command); count++) command = `${wanted}-${count}`
    taken.add(command)
    yield written(template, command, kept)
  }
}

/** In both shapes at once; where nothing was kept of whom it is open to, nobody but who imports it. */
function written({ title, tags, versions }: PortableTemplate, command: string, kept: Kept): Record<string, unknown> {
  const latest = versions.at(-1)
  const createdAt = latest?.createdAt ?? null
  const own = {
    command,
    title,
    name: title,
    content: latest === undefined ? '' : fromLiquid(latest.content, latest.variables, 'names'),
    tags,
    access_control: kept.access_control === undefined ? {} : kept.access_control,
    access_grants: kept.access_grants ?? [],
    ...(latest?.message !== undefined && latest.message !== '' && { commit_message: latest.message }),
    ...(createdAt !== null && { timestamp: Math.floor(new Date(createdAt).getTime() / 1000) }),
  }
  /** Twice, so that its own fields stand first and no kept one takes their place. */
  return { ...own, ...kept.fields, ...own }
}

/** What people would type for a title. */
function commandOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return words?.join('-').slice(0, 60) ?? 'prompt'
}
