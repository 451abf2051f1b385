import { z } from 'zod'
import { variablesSchema } from '../../variables/schema.ts'
import { formatIds } from '../types.ts'

const versionNumber = z.int().min(1, 'Use 1 or more.')

export const versionSchema = z.object({
  number: versionNumber,
  content: z.string(),
  variables: variablesSchema.default([]),
  settings: z
    .object({ model: z.string().exactOptional(), temperature: z.number().exactOptional(), maxTokens: z.int().exactOptional() })
    .default({}),
  message: z.string().default(''),
  author: z.string().nullable().default(null),
  createdAt: z.iso.datetime({ offset: true, error: 'Use a time such as 2026-11-22T15:00:00Z.' }).nullable().default(null),
})

const fields = {
  title: z.string().min(1, 'A template has a title.'),
  description: z.string().default(''),
  category: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  versions: z.array(versionSchema).min(1, 'A template has one version or more.'),
  labels: z.array(z.object({ name: z.string(), number: versionNumber })).default([]),
  ratings: z
    .object({ count: z.int().min(0), average: z.number() })
    .nullable()
    .default(null),
  extras: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
}

export const fieldNames: ReadonlySet<string> = new Set(Object.keys(fields))

/** A template as our own files have it, which is all of a PortableTemplate. Fields that are not known are kept. */
export const templateSchema = z.looseObject(fields).superRefine(({ versions, labels }, context) => {
  const numbers = versions.map(({ number }) => number)
  const wrong = numbers.findIndex((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0))
  const add = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (wrong !== -1) add(['versions', wrong, 'number'], 'Versions stand in the order of their numbers, each once.')
  for (const [index, { number }] of labels.entries())
    if (!numbers.includes(number)) add(['labels', index, 'number'], `There is no version ${number}.`)
})

const known: ReadonlySet<string> = new Set(formatIds)
export const isFormatId = (id: string): id is (typeof formatIds)[number] => known.has(id)
