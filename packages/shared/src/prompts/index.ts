export { findPrompt } from './findPrompt.ts'
export { listPrompts } from './listPrompts.ts'
export { presentPrompt } from './presentPrompt.ts'
