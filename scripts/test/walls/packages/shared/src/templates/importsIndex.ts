// expects nothing
import { Template } from '../models/Template.ts'
import { listPrompts } from '../prompts/index.ts'

export const list = [Template, listPrompts]
