// expects prologue(domain-walls)
import { listPrompts } from '../prompts/listPrompts.ts'

export const list = listPrompts
