// expects prologue(feature-walls)
import { Chat } from '../conversations/Chat.ts'

export const view = Chat
