import { z } from 'zod'
import { familySchema } from '../brief/schema.ts'
import { variablesSchema } from '../variables/schema.ts'
import { formatIds, type PortableTemplate, type PortableVersion } from './types.ts'

const versionNumber = z.int().min(1, 'Use 1 or more.')

export const portableVersionSchema = z.object({
  number: versionNumber,
  content: z.string(),
  variables: variablesSchema.default([]),
  settings: z
    .object({ model: z.string().exactOptional(), temperature: z.number().exactOptional(), maxTokens: z.int().exactOptional() })
    .default({}),
  message: z.string().default(''),
  parent: versionNumber.nullable().exactOptional(),
  author: z.string().nullable().default(null),
  createdAt: z.iso.datetime({ offset: true, error: 'Use a time such as 2026-11-22T15:00:00Z.' }).nullable().default(null),
})

/** The fields of a template but for what is kept for its formats, which each reader knows in its own way. */
export const portableFields = {
  title: z.string().min(1, 'A template has a title.'),
  description: z.string().default(''),
  category: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  family: familySchema.nullable().exactOptional(),
  versions: z.array(portableVersionSchema).min(1, 'A template has one version or more.'),
  labels: z.array(z.object({ name: z.string(), number: versionNumber })).default([]),
  ratings: z
    .object({ count: z.int().min(0), average: z.number() })
    .nullable()
    .default(null),
}

/** What must hold between the fields: versions in their order and from those before them, labels at versions that are there. */
export function refinePortable({ value: { versions, labels }, issues }: z.core.ParsePayload<Ordered>): void {
  const numbers = versions.map(({ number }) => number)
  const add = (path: PropertyKey[], message: string) => issues.push({ code: 'custom', path, message, input: numbers })
  const wrong = numbers.findIndex((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0))
  if (wrong !== -1) add(['versions', wrong, 'number'], 'Versions stand in the order of their numbers, each once.')
  for (const [index, { parent }] of versions.entries())
    if (parent != null && !numbers.slice(0, index).includes(parent))
      add(['versions', index, 'parent'], `There is no version ${parent} before it.`)
  for (const [index, { number }] of labels.entries())
    if (!numbers.includes(number)) add(['labels', index, 'number'], `There is no version ${number}.`)
}
type Ordered = Pick<PortableTemplate, 'labels'> & { versions: readonly Pick<PortableVersion, 'number' | 'parent'>[] }

const kept = z.partialRecord(z.enum(formatIds), z.record(z.string(), z.unknown()))

/** A template as it travels between who reads or writes files and who keeps templates. Limits are for who keeps them to judge. */
export const portableTemplateSchema = z.object({ ...portableFields, extras: kept.default({}) }).check(refinePortable)
