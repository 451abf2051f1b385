import { chatMessages, isPlainChat, keptChat, type KeptChat } from '../json/chatText.ts'

/** What is worth keeping of a chat: nothing of one system message alone. */
export function worthKeeping(chat: KeptChat): KeptChat | undefined {
  return isPlainChat(chat) ? undefined : chat
}

/** The messages that were kept with this as their text, else one system message. */
export function messagesWith(kept: unknown, content: string): unknown[] {
  return chatMessages(keptChat(kept) ?? { message: { role: 'system' }, before: [], after: [] }, content)
}
