import type { z } from 'zod'
import { reasonOf } from '../readers.ts'
import type { PortableTemplate, ReadItem } from '../types.ts'
import type { Yaml } from '../yaml.ts'

export const titleNote = 'The file has no name for it, so its first words are the title.'

/** A template of a file that holds one, of one version. */
export function onlyVersion(
  template: Pick<PortableTemplate, 'title' | 'description' | 'tags' | 'extras'>,
  version: Pick<PortableTemplate['versions'][number], 'content' | 'variables' | 'settings' | 'author'>,
): PortableTemplate {
  const versions = [{ number: 1, message: '', createdAt: null, ...version }]
  return { category: null, versions, labels: [], ratings: null, ...template }
}

/** An item that does not have the shape it should, with the line of what is wrong. */
export function refusedBy(error: z.ZodError, name: string | null, lineOf: Yaml['lineOf']): ReadItem {
  const path = error.issues[0]?.path ?? []
  return { ok: false, place: { line: lineOf(path), name }, reason: reasonOf(error) }
}
