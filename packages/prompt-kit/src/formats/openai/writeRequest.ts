import { chatMessages, keptChat } from '../json/chatText.ts'
import { unfilledLosses } from '../convert/liquidLosses.ts'
import { partLosses } from '../json/losses.ts'
import { missingLosses } from '../json/settings.ts'
import type { PortableTemplate } from '../types.ts'
import { keptSchema, limitNames, type Kept } from './kept.ts'

export function requestLosses(template: PortableTemplate): string[] {
  const isNamed = keptOf(template).isNamed ?? false
  const latest = template.versions.at(-1)
  return [
    ...partLosses(template, {
      id: 'openai',
      name: 'OpenAI',
      holds: ['settings', ...(isNamed ? (['title', 'description'] as const) : [])],
    }),
    ...(latest === undefined ? [] : unfilledLosses(latest, 'OpenAI')),
    ...missingLosses(latest?.settings.model === undefined ? ['a model'] : [], 'OpenAI'),
  ]
}

/** The request of the latest version: as it once was read, else a chat. */
export function writtenRequest(template: PortableTemplate): Record<string, unknown> {
  const kept = keptOf(template)
  const { content = '', settings: { model, temperature, maxTokens } = {} } = template.versions.at(-1) ?? {}
  const own = {
    ...(kept.isNamed === true && { name: template.title, description: template.description }),
    ...(model !== undefined && { model }),
    ...textFields(kept, content),
    ...(temperature !== undefined && { temperature }),
    ...(maxTokens !== undefined && { [limitName(kept)]: maxTokens }),
  }
  /** Twice, so that its own fields stand first and no kept one takes their place. */
  return { ...own, ...kept.fields, ...own }
}

function keptOf({ extras }: PortableTemplate): Kept {
  return keptSchema.safeParse(extras.openai).data ?? {}
}

function textFields({ place, chat, input }: Kept, content: string): Record<string, unknown> {
  if (place === 'instructions') return { instructions: content, ...(input !== undefined && { input }) }
  if (place === 'text') return { input: content }
  const messages = chatMessages(keptChat(chat) ?? { message: { role: 'system' }, before: [], after: [] }, content)
  return place === 'input' ? { input: messages } : { messages }
}

function limitName({ limit, place }: Kept): string {
  return limit ?? (place === undefined ? limitNames[0] : 'max_output_tokens')
}
