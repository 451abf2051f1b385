import { z } from 'zod'
import type { PortableTemplate } from '../types.ts'

const changed = <Value extends z.ZodType>(value: Value) => z.object({ file: value, here: value }).exactOptional()

/**
 * What a file said that is not, or not like this, where its template is kept now: with it the template goes into a file again as it came. Of a
 * field that was made to fit both are known, so that what somebody changed since counts. `versions` are those of the file, in order.
 */
export const originalSchema = z.object({
  title: changed(z.string()),
  description: changed(z.string()),
  category: changed(z.string().nullable()),
  tags: changed(z.array(z.string())),
  versions: z.array(
    z.object({
      number: z.int(),
      author: z.string().nullable(),
      createdAt: z.string().nullable(),
      message: changed(z.string()),
    }),
  ),
})
export type Original = z.infer<typeof originalSchema>

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What stands for a field in a file: what the file it came from had, unless it was changed since. */
function asCame<Value>(now: Value, change: { file: Value; here: Value } | undefined): Value {
  return change !== undefined && same(change.here, now) ? change.file : now
}

/** A template as it is kept, as the file that it came from had it; its versions are numbered from 1. Further ones go on from there. */
export function withOriginal(template: PortableTemplate, original: Original): PortableTemplate {
  const { title, description, category, tags, versions, labels } = template
  const last = original.versions.at(-1)?.number ?? 0
  const numberOf = (number: number) => original.versions[number - 1]?.number ?? last + number - original.versions.length
  return {
    ...template,
    title: asCame(title, original.title),
    description: asCame(description, original.description),
    category: asCame(category, original.category),
    tags: asCame(tags, original.tags),
    labels: labels.map(({ name, number }) => ({ name, number: numberOf(number) })),
    versions: versions.map((version) => {
      const came = original.versions[version.number - 1]
      const { parent } = version
      const numbers = { number: numberOf(version.number), ...(parent != null && { parent: numberOf(parent) }) }
      if (came === undefined) return Object.assign({}, version, numbers)
      const { author, createdAt, message } = came
      return Object.assign({}, version, { ...numbers, author, createdAt, message: asCame(version.message, message) })
    }),
  }
}
