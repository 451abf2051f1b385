import type { FormatId } from '@prologue/prompt-kit/formats'

type Named = { name: string; extension: string; holdsMany: boolean; writes: boolean }

/** What people call the formats, at hand before the formats themselves are loaded. A test compares both. */
export const formatNames: Record<FormatId, Named> = {
  prologue: { name: 'Prologue JSON', extension: '.json', holdsMany: true, writes: true },
  markdown: { name: 'Markdown with front matter', extension: '.md', holdsMany: false, writes: true },
  'prompts-chat': { name: 'prompts.chat CSV', extension: '.csv', holdsMany: true, writes: true },
  langfuse: { name: 'Langfuse JSON', extension: '.json', holdsMany: true, writes: true },
  openai: { name: 'OpenAI request', extension: '.json', holdsMany: false, writes: true },
  anthropic: { name: 'Anthropic request', extension: '.json', holdsMany: false, writes: true },
  'github-models': { name: 'GitHub Models', extension: '.prompt.yml', holdsMany: false, writes: true },
  promptfoo: { name: 'promptfoo', extension: '.yaml', holdsMany: true, writes: true },
  dotprompt: { name: 'dotprompt', extension: '.prompt', holdsMany: false, writes: true },
  prompty: { name: 'Prompty', extension: '.prompty', holdsMany: false, writes: true },
  langchain: { name: 'LangChain manifest', extension: '.json', holdsMany: false, writes: false },
  'open-webui': { name: 'Open WebUI', extension: '.json', holdsMany: true, writes: true },
  skill: { name: 'SKILL.md', extension: '.md', holdsMany: false, writes: true },
}

/** In their order, to be chosen from. */
export const formatChoices: { value: FormatId; label: string }[] = Object.entries(formatNames).flatMap(([id, { name }]) =>
  isFormatId(id) ? [{ value: id, label: name }] : [],
)

export function isFormatId(id: string): id is FormatId {
  return Object.hasOwn(formatNames, id)
}
