import { jsonItems } from './json/jsonItems.ts'
import { outline } from './json/outline.ts'
import { writeList } from './json/writeJson.ts'
import { groupVersions } from './langfuse/groupVersions.ts'
import { readPrompt } from './langfuse/readPrompt.ts'
import { langfuseLosses, nameOf, writtenPrompts } from './langfuse/writePrompts.ts'
import type { Format, PortableTemplate } from './types.ts'

/** Prompts as Langfuse's interface gives them: a list, one on its own, or a list in "data" or "prompts". */
export const langfuse: Format = {
  id: 'langfuse',
  name: 'Langfuse JSON',
  extension: '.json',
  mediaType: 'application/json',
  holdsMany: true,
  recognises,
  read: (text) => groupVersions(readPrompts(text)),
  write: { losses: langfuseLosses, write: (templates) => writeList(allPrompts(templates)) },
}

async function* readPrompts(text: AsyncIterable<string>): AsyncGenerator<ReturnType<typeof readPrompt>> {
  for await (const item of jsonItems(text, ['data', 'prompts'])) yield readPrompt(item)
}

async function* allPrompts(templates: AsyncIterable<PortableTemplate>): AsyncGenerator {
  const taken = new Set<string>()
  for await (const template of templates) {
    const wanted = nameOf(template.title)
    let name = wanted
    for (let count = 2; taken.has(name); count++) name = `${wanted.slice(0, 240)} (${count})`
    taken.add(name)
    yield* writtenPrompts(template, name)
  }
}

function recognises(_fileName: string, beginning: string): number {
  const fields = outline(beginning)
  const at = ['[].', 'data[].', 'prompts[].', ''].find((path) => fields.has(`${path}name`) && fields.has(`${path}prompt`))
  if (at === undefined || fields.has(`${at}lc`)) return 0
  const type = fields.get(`${at}type`)
  const isTyped = type === 'text' || type === 'chat'
  const count = ['version', 'config', 'labels', 'tags', 'commitMessage'].filter((name) => fields.has(at + name)).length
  return isTyped && count > 0 ? 0.95 : isTyped || count > 1 ? 0.8 : 0.4
}
