import { fromLiquid } from '../convert/fromLiquid.ts'
import { liquidLosses } from '../convert/liquidLosses.ts'
import { chatMessages, keptChat, type KeptChat } from '../json/chatText.ts'
import { isRecord } from '../json/isRecord.ts'
import { partLosses } from '../json/losses.ts'
import type { PortableTemplate, PortableVersion } from '../types.ts'
import { keptSchema, type KeptVersion } from './kept.ts'
import { labelPattern, longestLabel, longestName, writtenSettings } from './readPrompt.ts'

export function langfuseLosses(template: PortableTemplate): string[] {
  const { title, labels, versions } = template
  const unfit = labels.flatMap(({ name }) => (fitsLabel(name) ? [] : [`"${name}"`]))
  const texts = new Set(versions.flatMap((version) => liquidLosses(version, 'names', 'Langfuse')))
  return [
    ...(nameOf(title) === title ? [] : [`Its title becomes "${nameOf(title)}", which Langfuse takes.`]),
    ...(unfit.length > 0 ? [`Langfuse does not take these labels: ${unfit.join(', ')}.`] : []),
    ...partLosses(template, {
      id: 'langfuse',
      name: 'Langfuse',
      holds: ['title', 'tags', 'versions', 'labels', 'settings', 'message', 'author', 'createdAt'],
    }),
    ...texts,
  ]
}

/** Its versions as Langfuse has them, the oldest first; `name` is free in the file. */
export function writtenPrompts(template: PortableTemplate, name: string): unknown[] {
  const kept = keptSchema.safeParse(template.extras.langfuse).data?.versions ?? {}
  /** In Langfuse all versions of a name are chats, or none is: a version that was written here goes on with the chat before it. */
  let chat: KeptChat | null = null
  return template.versions.map((version) => {
    const { fields, config, chat: own }: KeptVersion = kept[version.number] ?? {}
    chat = keptChat(own) ?? chat
    const text = fromLiquid(version.content, version.variables, 'names')
    return {
      ...fields,
      name,
      version: version.number,
      type: chat === null ? 'text' : 'chat',
      prompt: chat === null ? text : chatMessages(chat, text),
      config: configOf(config, version),
      tags: template.tags,
      labels: template.labels.flatMap(({ name, number }) => (number === version.number && fitsLabel(name) ? [name] : [])),
      commitMessage: version.message === '' ? null : version.message,
      ...(version.author !== null && { createdBy: version.author }),
      ...(version.createdAt !== null && { createdAt: version.createdAt }),
    }
  })
}

function configOf(config: unknown, { settings }: PortableVersion): unknown {
  const written = writtenSettings(settings)
  return isRecord(config) || Object.keys(written).length > 0 ? { ...(isRecord(config) && config), ...written } : (config ?? {})
}

function fitsLabel(name: string): boolean {
  return name !== 'latest' && name.length <= longestLabel && labelPattern.test(name)
}

/** A title as Langfuse takes it for a name. */
export function nameOf(title: string): string {
  const name = title.replaceAll('|', '-').slice(0, longestName)
  return name === '' ? 'Untitled' : name
}
