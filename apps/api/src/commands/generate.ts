import { text } from 'node:stream/consumers'
import { compose, families, familySchema, isEmptyBrief, parseBrief } from '@prologue/prompt-kit'

/** Prints the system prompt composed from a description. @throws Error for an empty description or an unknown family. */
export async function generate(description: string | undefined, options: { family?: string; json?: boolean }): Promise<void> {
  const family = familySchema.optional().safeParse(options.family)
  if (!family.success) throw new Error(`There is no family ${options.family}; there are ${families.join(', ')}.`)
  const brief = parseBrief(description ?? (await text(process.stdin)))
  if (isEmptyBrief(brief)) throw new Error('Describe the assistant in a few words: prologue generate "…"')
  const composition = compose(brief, family.data && { family: family.data })
  process.stdout.write(options.json ? `${JSON.stringify({ brief, ...composition }, null, 2)}\n` : `${composition.text}\n`)
}
